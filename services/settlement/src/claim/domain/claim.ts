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

/** `LATE`: its own month was cleared before it came; `CORRECTION`: a version of the list was here before. */
export type BookingCause = 'ON_TIME' | 'LATE' | 'CORRECTION';

/** Where a list is booked, and why there. */
export interface ClaimBooking {
  /** Month that it is cleared in: that of the discharge, or the next one that was open. */
  readonly month: Month;
  readonly cause: BookingCause;
  /** Consortium of the institution when the list came: whose pool it counts in. */
  readonly consortiumCode: string | null;
  /** The version before it that stood until then. */
  readonly replacesClaimId: Uuid | null;
}

/** A received settlement list with what it was settled to, and how. Its figures never change; a reversal is booked beside it. */
export interface Claim {
  readonly claimId: Uuid;
  readonly list: SettlementList;
  /** SHA-256 of the list's content: the same list again changes nothing, another content is refused. */
  readonly contentDigest: string;
  readonly booking: ClaimBooking;
  readonly policyId: Uuid;
  readonly benefit: ClaimBenefit;
  readonly points: ClaimPoints;
  /** Deductibles along the chain of stays up to and with this one. */
  readonly linkedDeductibleFen: Fen;
  readonly explanation: readonly ExplanationStep[];
  /** 2 once it is reversed. */
  readonly version: number;
}

export interface Settling {
  readonly claimId: Uuid;
  readonly list: SettlementList;
  readonly contentDigest: string;
  readonly booking: ClaimBooking;
  readonly policyId: Uuid;
  readonly benefit: ClaimBenefit;
  readonly points: ClaimPoints;
  /** Paid along the chain before this stay; zero for one that continues none. */
  readonly continuedDeductibleFen: Fen;
  readonly explanation: readonly ExplanationStep[];
}

export function settleClaim({ continuedDeductibleFen, ...settling }: Settling): Claim {
  return { ...settling, linkedDeductibleFen: continuedDeductibleFen + settling.benefit.deductibleFen, version: 1 };
}

/** The month that a list belongs to by the care it is for. */
export function careMonthOf({ dischargedOn }: Pick<SettlementList, 'dischargedOn'>): Month {
  return monthOf(dischargedOn);
}

/** A version of a list that is here already. */
export interface ReceivedVersion {
  readonly claimId: Uuid;
  readonly listVersion: number;
  readonly contentDigest: string;
}

/** Null when the version is new; the claim's id when it is the same again; else why it is refused. */
export function repeatOf(
  list: SettlementList,
  contentDigest: string,
  received: readonly ReceivedVersion[],
): Uuid | Refusal | null {
  const same = received.find(({ listVersion }) => listVersion === list.listVersion);
  if (same?.contentDigest === contentDigest) return same.claimId;
  const newest = received.reduce<ReceivedVersion | null>(
    (found, version) => (found && found.listVersion > version.listVersion ? found : version),
    null,
  );
  if (!newest || newest.listVersion < list.listVersion) return null;
  const { claimId, listVersion } = same ?? newest;
  const refusal = same ? claimRefusals.otherContent : claimRefusals.olderVersion;
  return refuse(refusal, { pointer: '/listVersion', parameters: { listVersion, claimId } });
}
