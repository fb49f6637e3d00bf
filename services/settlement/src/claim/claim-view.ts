import { fenToJson, type ExplanationStep, type Uuid } from '@yigongti/kernel';
import type { StoredClaim } from './claim.repository.ts';
import { careMonthOf } from './domain/claim.ts';
import { bookingsOf, type Booking } from './domain/reversal.ts';

/** A claim as clients see it in lists; plain JSON. Scope and pre-self-pay are as settled, a missing referral may have moved some of one to the other. */
export interface ClaimView {
  readonly claimId: Uuid;
  readonly institutionCode: string;
  readonly listNo: string;
  readonly listVersion: number;
  readonly residentId: Uuid;
  readonly insuranceType: string;
  readonly visitKind: string;
  readonly admittedOn: string;
  readonly dischargedOn: string;
  readonly dischargeWay: string | null;
  readonly diagnosisCode: string;
  readonly operationCode: string | null;
  readonly referralNo: string | null;
  /** Month that it is booked and cleared in; `careMonth` is that of the discharge. */
  readonly month: string;
  readonly careMonth: string;
  readonly cause: string;
  readonly replacesClaimId: Uuid | null;
  readonly replacedByClaimId: Uuid | null;
  readonly policyId: Uuid;
  readonly totalFen: number;
  readonly ownPayFen: number;
  readonly overLimitFen: number;
  readonly preSelfPayFen: number;
  readonly inScopeFen: number;
  readonly deductibleFen: number;
  readonly fundPaidFen: number;
  readonly personalFen: number;
  readonly referralApplied: boolean;
  readonly contractApplied: boolean;
  readonly groupCode: string | null;
  readonly points: string;
  readonly state: string;
  readonly clearedByRunId: Uuid | null;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

/** A figure of a claim as it is booked, with its sign. */
export interface BookingView {
  readonly kind: string;
  readonly cause: string;
  readonly month: string;
  readonly careMonth: string;
  readonly runId: Uuid | null;
  readonly points: string;
  readonly totalFen: number;
  readonly ownPayFen: number;
  readonly overLimitFen: number;
  readonly preSelfPayFen: number;
  readonly inScopeFen: number;
  readonly deductibleFen: number;
  readonly fundPaidFen: number;
  readonly personalFen: number;
}

/** With how its figures were made, and where they are booked. */
export interface ExplainedClaimView extends ClaimView {
  readonly bookings: readonly BookingView[];
  readonly explanation: readonly ExplanationStep[];
}

export function claimView(stored: StoredClaim): ClaimView {
  const { claim, reversal } = stored;
  const { list, booking, benefit, points } = claim;
  const { items: _, ...listed } = list;
  return {
    claimId: claim.claimId,
    ...listed,
    month: booking.month,
    careMonth: careMonthOf(list),
    cause: booking.cause,
    replacesClaimId: booking.replacesClaimId,
    replacedByClaimId: reversal?.replacedByClaimId ?? null,
    policyId: claim.policyId,
    totalFen: fenToJson(list.totalFen),
    ownPayFen: fenToJson(list.ownPayFen),
    overLimitFen: fenToJson(list.overLimitFen),
    preSelfPayFen: fenToJson(benefit.preSelfPayFen),
    inScopeFen: fenToJson(benefit.inScopeFen),
    deductibleFen: fenToJson(benefit.deductibleFen),
    fundPaidFen: fenToJson(benefit.fundPaidFen),
    personalFen: fenToJson(benefit.personalFen),
    referralApplied: benefit.referralApplied,
    contractApplied: benefit.contractApplied,
    groupCode: points.groupCode,
    points: points.points,
    state: stateOf(stored),
    clearedByRunId: stored.clearedByRunId,
    version: claim.version,
    allowedActions: reversal ? [] : ['reverse'],
  };
}

function stateOf({ claim, reversal, clearedByRunId, yearClearingId }: StoredClaim): string {
  if (reversal) return 'REVERSED';
  if (yearClearingId) return 'CLEARED';
  return clearedByRunId ? 'MONTH_SETTLED' : claim.points.state;
}

export function explainedClaimView(stored: StoredClaim): ExplainedClaimView {
  const { claim, reversal, clearedByRunId, reversalClearedByRunId } = stored;
  const bookings = bookingsOf(claim, reversal).map((booking) =>
    bookingView(booking, booking.kind === 'ORIGINAL' ? clearedByRunId : reversalClearedByRunId),
  );
  return { ...claimView(stored), bookings, explanation: claim.explanation };
}

function bookingView({ kind, cause, month, careMonth, points, ...amounts }: Booking, runId: Uuid | null): BookingView {
  return {
    ...{ kind, cause, month, careMonth, runId, points },
    totalFen: fenToJson(amounts.totalFen),
    ownPayFen: fenToJson(amounts.ownPayFen),
    overLimitFen: fenToJson(amounts.overLimitFen),
    preSelfPayFen: fenToJson(amounts.preSelfPayFen),
    inScopeFen: fenToJson(amounts.inScopeFen),
    deductibleFen: fenToJson(amounts.deductibleFen),
    fundPaidFen: fenToJson(amounts.fundPaidFen),
    personalFen: fenToJson(amounts.personalFen),
  };
}
