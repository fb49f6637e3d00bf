import type { Tx } from '@yigongti/database';
import type { BusinessDate, Uuid } from '@yigongti/kernel';

/** What referrals need to know of a resident. */
export interface KnownResident {
  readonly residentId: Uuid;
  /** The village clinic or township centre that is responsible. */
  readonly homeInstitutionCode: string;
  readonly diedOn: BusinessDate | null;
  readonly mergedInto: Uuid | null;
}

export interface KnownPractitioner {
  readonly practitionerCode: string;
  readonly institutionCode: string;
  readonly activeFrom: BusinessDate;
  readonly activeTo: BusinessDate | null;
}

export interface KnownContract {
  readonly contractId: Uuid;
  readonly teamPractitionerCodes: readonly string[];
}

/** Port: residents, doctors and contracts as their owners told them; null for whom nobody has told of yet. */
export abstract class PeopleDirectory {
  abstract resident(tx: Tx, residentId: Uuid): Promise<KnownResident | null>;

  /** The resident, held as it is for the rest of the transaction: news of a death waits for what is decided here, and is not missed. */
  abstract holdResident(tx: Tx, residentId: Uuid): Promise<KnownResident | null>;

  abstract practitioner(tx: Tx, practitionerCode: string): Promise<KnownPractitioner | null>;

  /** The resident's contract in force on a day; there is one at most in the whole county. */
  abstract contractInForce(tx: Tx, residentId: Uuid, on: BusinessDate): Promise<KnownContract | null>;

  /** For whom an institution reported an admission of that number (its own, or that of the stay). */
  abstract admittedResident(tx: Tx, institutionCode: string, encounterNo: string): Promise<Uuid | null>;
}
