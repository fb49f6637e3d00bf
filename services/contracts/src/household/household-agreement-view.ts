import type { Uuid } from '@yigongti/kernel';
import { contractView, type Contract, type ContractView } from '../contract/index.ts';
import type { HouseholdAgreement } from './domain/household-agreement.ts';

/** An agreement with its contracts as clients see it; plain JSON. */
export interface HouseholdAgreementView extends HouseholdAgreement {
  readonly contracts: readonly ContractView[];
}

/** `at` is the instant that the states are told for. */
export function householdAgreementView(
  agreement: HouseholdAgreement,
  contracts: readonly Contract[],
  at: string,
): HouseholdAgreementView {
  return { ...agreement, contracts: contracts.map((contract) => contractView(contract, at)) };
}

/** Everybody whom the agreement tells of. */
export function residentsOf({ representativeResidentId, alreadySignedResidentIds, contracts }: HouseholdAgreementView): Uuid[] {
  const signed = contracts.map(({ residentId }) => residentId);
  return [...new Set([representativeResidentId, ...signed, ...alreadySignedResidentIds])];
}
