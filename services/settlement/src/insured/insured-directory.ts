import type { Tx } from '@yigongti/database';
import type { BusinessDate, Uuid } from '@yigongti/kernel';

/** What settling needs to know of a resident. */
export interface InsuredResident {
  readonly residentId: Uuid;
  readonly insuranceType: 'RESIDENT' | 'EMPLOYEE' | 'NONE';
  readonly diedOn: BusinessDate | null;
  readonly merged: boolean;
}

/** Days on which a resident has a contract in force, both ends included. */
export interface ContractPeriod {
  readonly residentId: Uuid;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** A referral that a list may name. */
export interface NamedReferral {
  readonly residentId: Uuid;
  readonly referralNo: string;
  readonly fromInstitutionCode: string;
  readonly toInstitutionCode: string | null;
  readonly submittedOn: BusinessDate | null;
  readonly arrivedOn: BusinessDate | null;
}

export interface InsuredCount {
  readonly consortiumCode: string;
  readonly insuranceType: 'RESIDENT' | 'EMPLOYEE';
  readonly on: BusinessDate;
}

/** Port: residents with their contracts and referrals, as other services' events told them. */
export abstract class InsuredDirectory {
  abstract residents(tx: Tx, residentIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, InsuredResident>>;

  abstract contracts(tx: Tx, residentIds: readonly Uuid[]): Promise<readonly ContractPeriod[]>;

  /** Referrals of these residents with one of these numbers. */
  abstract referrals(tx: Tx, residentIds: readonly Uuid[], referralNos: readonly string[]): Promise<readonly NamedReferral[]>;

  /** Insured persons of a consortium on a day: their home institution is its member, they are registered, alive, present and not merged. */
  abstract count(tx: Tx, count: InsuredCount): Promise<number>;
}
