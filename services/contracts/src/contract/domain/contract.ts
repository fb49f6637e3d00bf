import { addDays, addYears, refuse, throwIfRefused, type BusinessDate, type Refusal, type Uuid } from '@yigongti/kernel';
import { contractRefusals } from './contract-refusals.ts';
import { signingRefusals, type SigningFacts } from './signing-rules.ts';

/** Value set `terminationReason` of the events. */
export type TerminationReason =
  | 'LOST_CONTACT'
  | 'MOVED_OUT'
  | 'DIED'
  | 'RESIDENT_DECLINED'
  | 'SIGNED_AGAIN'
  | 'INVOICE_VOIDED'
  | 'TEAM_DISSOLVED'
  | 'MERGED'
  | 'OTHER';

export interface Contract {
  readonly contractId: Uuid;
  readonly residentId: Uuid;
  readonly teamId: Uuid;
  readonly teamCode: string;
  readonly institutionCode: string;
  readonly leaderPractitionerCode: string;
  readonly packageCodes: readonly string[];
  readonly priorityGroups: readonly string[];
  readonly startsOn: BusinessDate;
  /** Last day in force by the agreement. */
  readonly endsOn: BusinessDate;
  readonly feeFen: bigint;
  readonly householdAgreementId: Uuid | null;
  /** The contract that this one renews. */
  readonly previousContractId: Uuid | null;
  /** The contract that renews this one. */
  readonly renewedByContractId: Uuid | null;
  /** First and last day on which it may be renewed. */
  readonly renewalOpensOn: BusinessDate;
  readonly renewalClosesOn: BusinessDate;
  /** First day no longer in force; null while nobody has ended it. */
  readonly terminatedOn: BusinessDate | null;
  readonly terminationReason: TerminationReason | null;
  /** Version of the county profile whose rules the signing was judged by. */
  readonly profileVersion: string;
  readonly version: number;
}

export interface Signing extends SigningFacts {
  readonly contractId: Uuid;
  readonly residentId: Uuid;
  readonly householdAgreementId: Uuid | null;
  readonly previousContractId: Uuid | null;
}

/**
 * Signs a contract of whole years that starts on the given day. That a resident has one contract in force at any instant in the whole
 * county is kept by the database as well (`one_contract_in_force`), whatever a reader has overlooked.
 * @throws Refused with all reasons
 */
export function signContract(signing: Signing): Contract {
  throwIfRefused(signingRefusals(signing));
  const { team, terms } = signing;
  const endsOn = lastDayOf(signing);
  return {
    contractId: signing.contractId,
    residentId: signing.residentId,
    teamId: team.teamId,
    teamCode: team.teamCode,
    institutionCode: team.institutionCode,
    leaderPractitionerCode: team.leaderPractitionerCode,
    packageCodes: [...signing.packageCodes].sort(),
    priorityGroups: [...signing.priorityGroups].sort(),
    startsOn: signing.startsOn,
    endsOn,
    feeFen: terms.feeFen,
    householdAgreementId: signing.householdAgreementId,
    previousContractId: signing.previousContractId,
    renewedByContractId: null,
    renewalOpensOn: addDays(endsOn, -terms.renewalOpensDaysBefore),
    renewalClosesOn: addDays(endsOn, terms.renewalClosesDaysAfter),
    terminatedOn: null,
    terminationReason: null,
    profileVersion: terms.profileVersion,
    version: 1,
  };
}

/** Last day in force of a term of whole years: the eve of the anniversary. */
export function lastDayOf({ startsOn, years }: { readonly startsOn: BusinessDate; readonly years: number }): BusinessDate {
  return addDays(addYears(startsOn, years), -1);
}

/** Why a contract cannot be ended on a day; empty where it can. */
export function terminationRefusals({ terminatedOn, startsOn, endsOn }: Contract, on: BusinessDate): Refusal[] {
  return [
    ...(terminatedOn !== null || on > endsOn ? [refuse(contractRefusals.notInForce, { parameters: { endsOn } })] : []),
    ...(on < startsOn
      ? [refuse(contractRefusals.terminatedBeforeStart, { pointer: '/terminatedOn', parameters: { startsOn } })]
      : []),
  ];
}

/** Ends a contract on a day: that day is the first one without it. */
export function terminateContract(contract: Contract, on: BusinessDate, reason: TerminationReason): Contract {
  throwIfRefused(terminationRefusals(contract, on));
  return { ...contract, terminatedOn: on, terminationReason: reason, version: contract.version + 1 };
}

/**
 * A contract that is told late may outlast the resident: it ends on the first day of their absence.
 * Null where nobody is gone before its last day.
 */
export function endWithResidence(contract: Contract, goneOn: BusinessDate, reason: TerminationReason): Contract | null {
  if (contract.terminatedOn !== null || goneOn > contract.endsOn) return null;
  return terminateContract(contract, goneOn < contract.startsOn ? contract.startsOn : goneOn, reason);
}

export type ContractState = 'ACTIVE' | 'NOT_STARTED' | 'EXPIRED' | 'TERMINATED';

/** The state on a day is derived, never stored: no sweep can be late with it. */
export function stateOn(contract: Contract, on: BusinessDate): ContractState {
  if (contract.terminatedOn !== null && on >= contract.terminatedOn) return 'TERMINATED';
  if (on > contract.endsOn) return 'EXPIRED';
  return on < contract.startsOn ? 'NOT_STARTED' : 'ACTIVE';
}
