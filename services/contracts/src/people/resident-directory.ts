import type { Tx } from '@yigongti/database';
import type { BusinessDate, Uuid } from '@yigongti/kernel';

export type GoneReason = 'DIED' | 'MOVED_OUT' | 'MERGED';

/** What contracts need to know of a resident. */
export interface KnownResident {
  readonly residentId: Uuid;
  readonly birthDate: BusinessDate;
  readonly homeInstitutionCode: string;
  /** First day on which the resident is dead, gone or merged away, and why. */
  readonly goneOn: BusinessDate | null;
  readonly goneReason: GoneReason | null;
  /** Programmes with an open enrolment, by code. */
  readonly openProgrammes: readonly string[];
}

export abstract class ResidentDirectory {
  /** The resident, who stays as they are for the rest of the transaction: news of a death waits, so that it finds what was signed. */
  abstract find(tx: Tx, residentId: Uuid): Promise<KnownResident | null>;
}
