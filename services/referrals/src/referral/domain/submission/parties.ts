import type { BusinessDate, InstitutionKind, InstitutionLevel, Uuid } from '@yigongti/kernel';

/** What a referral needs to know of an institution; the tree of the service has it. */
export interface Institution {
  readonly institutionCode: string;
  readonly level: InstitutionLevel;
  readonly kind: InstitutionKind;
  readonly parentCode: string | null;
  readonly consortiumCode: string | null;
  readonly activeFrom: BusinessDate;
  readonly activeTo: BusinessDate | null;
}

export interface Resident {
  readonly residentId: Uuid;
  readonly homeInstitutionCode: string;
  readonly diedOn: BusinessDate | null;
  readonly mergedInto: Uuid | null;
}

export interface Practitioner {
  readonly practitionerCode: string;
  readonly institutionCode: string;
  readonly activeFrom: BusinessDate;
  readonly activeTo: BusinessDate | null;
}

/** A contract in force on the day of the submission. */
export interface ContractInForce {
  readonly contractId: Uuid;
  /** Members of its team, the leader among them. */
  readonly teamPractitionerCodes: readonly string[];
}

export function isActiveOn(
  holder: { readonly activeFrom: BusinessDate; readonly activeTo: BusinessDate | null },
  on: BusinessDate,
): boolean {
  return holder.activeFrom <= on && (holder.activeTo === null || on <= holder.activeTo);
}
