import { businessDateOf, fenToJson, type BusinessDate, type Uuid } from '@yigongti/kernel';
import { renewalRefusals } from './domain/renewal.ts';
import { stateOn, type Contract, type ContractState } from './domain/contract.ts';

/** A contract as clients see it; plain JSON. */
export interface ContractView {
  readonly contractId: Uuid;
  readonly residentId: Uuid;
  readonly teamId: Uuid;
  readonly teamCode: string;
  readonly institutionCode: string;
  readonly leaderPractitionerCode: string;
  readonly packageCodes: readonly string[];
  readonly priorityGroups: readonly string[];
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate;
  readonly terminatedOn: BusinessDate | null;
  readonly terminationReason: string | null;
  readonly feeFen: number;
  readonly householdAgreementId: Uuid | null;
  readonly previousContractId: Uuid | null;
  readonly renewedByContractId: Uuid | null;
  readonly renewalOpensOn: BusinessDate;
  readonly renewalClosesOn: BusinessDate;
  readonly state: ContractState;
  readonly profileVersion: string;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

/** `at` is the instant that the state is told for. */
export function contractView(contract: Contract, at: string): ContractView {
  const on = businessDateOf(at);
  return {
    contractId: contract.contractId,
    residentId: contract.residentId,
    teamId: contract.teamId,
    teamCode: contract.teamCode,
    institutionCode: contract.institutionCode,
    leaderPractitionerCode: contract.leaderPractitionerCode,
    packageCodes: contract.packageCodes,
    priorityGroups: contract.priorityGroups,
    startsOn: contract.startsOn,
    endsOn: contract.endsOn,
    terminatedOn: contract.terminatedOn,
    terminationReason: contract.terminationReason,
    feeFen: fenToJson(contract.feeFen),
    householdAgreementId: contract.householdAgreementId,
    previousContractId: contract.previousContractId,
    renewedByContractId: contract.renewedByContractId,
    renewalOpensOn: contract.renewalOpensOn,
    renewalClosesOn: contract.renewalClosesOn,
    state: stateOn(contract, on),
    profileVersion: contract.profileVersion,
    version: contract.version,
    allowedActions: actionsOn(contract, on),
  };
}

function actionsOn(contract: Contract, on: BusinessDate): string[] {
  const mayEnd = contract.terminatedOn === null && on <= contract.endsOn;
  const mayRenew = renewalRefusals(contract, on).length === 0;
  return [...(mayEnd ? ['terminate'] : []), ...(mayRenew ? ['renew'] : [])];
}
