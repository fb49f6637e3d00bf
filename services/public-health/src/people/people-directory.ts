import type { Tx } from '@yigongti/database';
import type { BusinessDate, Uuid } from '@yigongti/kernel';

/** What public health needs to know of a resident. */
export interface KnownResident {
  readonly residentId: Uuid;
  readonly birthDate: BusinessDate;
  readonly homeInstitutionCode: string;
  /** First day on which the resident is dead or gone. */
  readonly goneOn: BusinessDate | null;
}

/** Port: residents and practitioners as this service knows them from the registry's topics. */
export abstract class PeopleDirectory {
  abstract resident(tx: Tx, residentId: Uuid): Promise<KnownResident | null>;

  abstract isEmployed(tx: Tx, practitionerCode: string, on: BusinessDate): Promise<boolean>;
}
