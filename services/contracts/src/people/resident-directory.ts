import type { Tx } from '@yigongti/database';
import type { BusinessDate, Uuid } from '@yigongti/kernel';

export type GoneReason = 'DIED' | 'MOVED_OUT' | 'MERGED';

/** What contracts need to know of a resident. */
export interface KnownResident {
  readonly residentId: Uuid;
  readonly birthDate: BusinessDate;
  readonly homeInstitutionCode: string;
  /** The household that the registry knows; null where it knows none. */
  readonly householdId: Uuid | null;
  /** First day on which the resident is dead, gone or merged away, and why. */
  readonly goneOn: BusinessDate | null;
  readonly goneReason: GoneReason | null;
  /** Programmes with an open enrolment, by code. */
  readonly openProgrammes: readonly string[];
}

export abstract class ResidentDirectory {
  /**
   * Those of the residents who are known here, by id. They stay as they are for the rest of the transaction, and nobody else signs them
   * meanwhile: news of a death waits, so that it finds what was signed.
   */
  abstract find(tx: Tx, residentIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, KnownResident>>;

  /** Whether the institution, or one below it, is responsible for the resident. */
  abstract isCaredForBy(tx: Tx, residentId: Uuid, institutionCode: string): Promise<boolean>;
}
