import type { Tx } from '@yigongti/database';
import type { BusinessDate } from '@yigongti/kernel';

export abstract class PractitionerDirectory {
  /** Role by practitioner code, for those of `codes` who are employed on the day. */
  abstract rolesOn(tx: Tx, codes: readonly string[], on: BusinessDate): Promise<ReadonlyMap<string, string>>;
}
