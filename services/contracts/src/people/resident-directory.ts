import type { Tx } from '@yigongti/database';
import type { BusinessDate, Uuid } from '@yigongti/kernel';

/** What contracts need to know of a resident. */
export interface KnownResident {
  readonly residentId: Uuid;
  readonly birthDate: BusinessDate;
  readonly homeInstitutionCode: string;
  /** First day on which the resident is dead, gone or merged away. */
  readonly goneOn: BusinessDate | null;
  /** Programmes with an open enrolment, by code. */
  readonly openProgrammes: readonly string[];
}

export abstract class ResidentDirectory {
  abstract find(tx: Tx, residentId: Uuid): Promise<KnownResident | null>;
}
