import { businessDateOf, fenToJson, type BusinessDate, type Uuid } from '@yigongti/kernel';
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
  readonly state: ContractState;
  readonly profileVersion: string;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

/** `at` is the instant that the state is told for. */
export function contractView(contract: Contract, at: string): ContractView {
  const state = stateOn(contract, businessDateOf(at));
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
    state,
    profileVersion: contract.profileVersion,
    version: contract.version,
    allowedActions: contract.terminatedOn === null && state !== 'EXPIRED' ? ['terminate'] : [],
  };
}
