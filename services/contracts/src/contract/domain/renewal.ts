import { addDays, refuse, type BusinessDate, type Refusal, type Uuid } from '@yigongti/kernel';
import { contractRefusals } from './contract-refusals.ts';
import type { Contract } from './contract.ts';

type RenewalRule = (contract: Contract, on: BusinessDate) => Refusal | null;

const nobodyHasEndedIt: RenewalRule = ({ terminatedOn, endsOn }) =>
  terminatedOn === null ? null : refuse(contractRefusals.notInForce, { parameters: { endsOn } });

const onlyOnce: RenewalRule = ({ renewedByContractId }) =>
  renewedByContractId === null ? null : refuse(contractRefusals.alreadyRenewed);

/** From some weeks before its last day (待续约) until the grace after it, in which a new signature still counts as a renewal (续约). */
const withinItsWindow: RenewalRule = ({ renewalOpensOn, renewalClosesOn }, on) => {
  if (on < renewalOpensOn) return refuse(contractRefusals.renewalTooEarly, { parameters: { opensOn: renewalOpensOn } });
  return on > renewalClosesOn ? refuse(contractRefusals.renewalTooLate, { parameters: { closesOn: renewalClosesOn } }) : null;
};

const renewalRules: readonly RenewalRule[] = [nobodyHasEndedIt, onlyOnce, withinItsWindow];

/** Why a contract cannot be renewed on a day; empty where it can. */
export function renewalRefusals(contract: Contract, on: BusinessDate): Refusal[] {
  return renewalRules.flatMap((rule) => rule(contract, on) ?? []);
}

/** The successor follows without a gap and without overlapping; told in the grace, it starts on the day of the signature. */
export function renewalStart(endsOn: BusinessDate, on: BusinessDate): BusinessDate {
  const next = addDays(endsOn, 1);
  return on > next ? on : next;
}

/** The contract with what follows it. */
export function renewedBy(contract: Contract, successorId: Uuid): Contract {
  return { ...contract, renewedByContractId: successorId, version: contract.version + 1 };
}
