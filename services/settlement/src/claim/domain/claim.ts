import { monthOf, refuse, type ExplanationStep, type Fen, type Month, type Refusal, type Uuid } from '@yigongti/kernel';
import { claimRefusals } from './claim-refusals.ts';
import type { SettlementList } from './settlement-list.ts';

/** `VALIDATED`: paid without points; `SPECIAL_REVIEW`: experts decide on its points. */
export type ClaimState = 'VALIDATED' | 'SCORED' | 'SPECIAL_REVIEW';

/** What the policy pays for a list. */
export interface ClaimBenefit {
  /** With what a missing referral moved to the patient. */
  readonly preSelfPayFen: Fen;
  readonly inScopeFen: Fen;
  readonly deductibleFen: Fen;
  readonly fundPaidFen: Fen;
  readonly personalFen: Fen;
  readonly referralApplied: boolean;
  readonly contractApplied: boolean;
}

/** What a list is worth among others; decimals as text. */
export interface ClaimPoints {
  readonly state: ClaimState;
  readonly groupCode: string | null;
  readonly points: string;
}

/** A received settlement list with what it was settled to, and how. */
export interface Claim {
  readonly claimId: Uuid;
  readonly list: SettlementList;
  /** SHA-256 of the list's content: the same list again changes nothing, another content is refused. */
  readonly contentDigest: string;
  /** Month that it is cleared in: that of the discharge. */
  readonly month: Month;
  readonly policyId: Uuid;
  readonly benefit: ClaimBenefit;
  readonly points: ClaimPoints;
  /** Deductibles along the chain of stays up to and with this one. */
  readonly linkedDeductibleFen: Fen;
  readonly explanation: readonly ExplanationStep[];
  readonly version: number;
}

export interface Settling {
  readonly claimId: Uuid;
  readonly list: SettlementList;
  readonly contentDigest: string;
  readonly policyId: Uuid;
  readonly benefit: ClaimBenefit;
  readonly points: ClaimPoints;
  /** Paid along the chain before this stay; zero for one that continues none. */
  readonly continuedDeductibleFen: Fen;
  readonly explanation: readonly ExplanationStep[];
}

export function settleClaim({ continuedDeductibleFen, ...settling }: Settling): Claim {
  return {
    ...settling,
    month: monthOf(settling.list.dischargedOn),
    linkedDeductibleFen: continuedDeductibleFen + settling.benefit.deductibleFen,
    version: 1,
  };
}

/** A list that is here already: what a second sending of it means. */
export interface ReceivedList {
  readonly claimId: Uuid;
  readonly listVersion: number;
  readonly contentDigest: string;
}

/** Null when the list is new; the claim's id when it is the same list again; else why it is refused. */
export function repeatOf(list: SettlementList, contentDigest: string, received: ReceivedList | undefined): Uuid | Refusal | null {
  if (!received) return null;
  const parameters = { listVersion: received.listVersion, claimId: received.claimId };
  if (received.listVersion !== list.listVersion) {
    return refuse(claimRefusals.correctionNotOpen, { pointer: '/listVersion', parameters });
  }
  if (received.contentDigest === contentDigest) return received.claimId;
  return refuse(claimRefusals.otherContent, { pointer: '/listVersion', parameters });
}
