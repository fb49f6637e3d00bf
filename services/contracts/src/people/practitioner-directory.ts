import type { Tx } from '@yigongti/database';
import type { BusinessDate } from '@yigongti/kernel';

export abstract class PractitionerDirectory {
  /** Where the practitioner works by the registry's last word; null where nobody has told of them yet. */
  abstract institutionOf(tx: Tx, practitionerCode: string): Promise<string | null>;

  /** Role by practitioner code, for those of `codes` who are employed on the day. */
  abstract rolesOn(tx: Tx, codes: readonly string[], on: BusinessDate): Promise<ReadonlyMap<string, string>>;
}
