import type { Tx } from '@yigongti/database';
import type { BusinessDate, Uuid } from '@yigongti/kernel';

/** What public health needs to know of a resident. */
export interface KnownResident {
  readonly residentId: Uuid;
  readonly birthDate: BusinessDate;
  readonly homeInstitutionCode: string;
  /** First day on which the resident is dead, gone or merged away. */
  readonly goneOn: BusinessDate | null;
}

/** Who else looks after a resident, for whoever is about to visit. */
export interface KnownCare {
  /** Team of the contract in force. */
  readonly teamCode: string | null;
  /** Last day on which anybody in the county saw the resident. */
  readonly lastEncounterOn: BusinessDate | null;
}

/** Port: residents, practitioners and contracts as this service knows them from their owners' topics. */
export abstract class PeopleDirectory {
  /** The resident, who stays as they are for the rest of the transaction: news of a death waits, so that it finds what was planned. */
  abstract resident(tx: Tx, residentId: Uuid): Promise<KnownResident | null>;

  /** The same for many, each by id; those who are not known are not in it. */
  abstract residents(tx: Tx, residentIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, KnownResident>>;

  /** Where the practitioner works by the registry's last word; null where nobody has told of them yet. */
  abstract institutionOf(tx: Tx, practitionerCode: string): Promise<string | null>;

  abstract isEmployed(tx: Tx, practitionerCode: string, on: BusinessDate): Promise<boolean>;

  /** For each of the residents, with what was in force on the day. */
  abstract careOf(tx: Tx, residentIds: readonly Uuid[], on: BusinessDate): Promise<ReadonlyMap<Uuid, KnownCare>>;
}
