import { decimal, refuse, Refused, type BusinessDate, type Fen, type Month, type Uuid } from '@yigongti/kernel';
import { claimRefusals } from './claim-refusals.ts';
import { careMonthOf, type BookingCause, type Claim } from './claim.ts';

export type WithdrawalReason = 'SENT_IN_ERROR' | 'DUPLICATE' | 'REFUNDED' | 'AUDIT';

/** That a claim no longer counts, and where that is booked. */
export interface Reversal {
  readonly claimId: Uuid;
  readonly month: Month;
  readonly cause: 'CORRECTED' | 'WITHDRAWN';
  /** Of who took it back; null for a correction. */
  readonly reasonCode: WithdrawalReason | null;
  readonly replacedByClaimId: Uuid | null;
  readonly reversedOn: BusinessDate;
}

/** A claim that was reversed with its reversal. */
export interface Reversed {
  readonly claim: Claim;
  readonly reversal: Reversal;
}

/** A list is reversed once; its figures stay as they were. @throws Refused `already-reversed` */
export function reverse(claim: Claim, standing: Reversal | null, reversal: Omit<Reversal, 'claimId'>): Reversed {
  if (standing) {
    const { month, cause, replacedByClaimId } = standing;
    throw new Refused([refuse(claimRefusals.alreadyReversed, { parameters: { month, cause, replacedByClaimId } })]);
  }
  return { claim: { ...claim, version: claim.version + 1 }, reversal: { claimId: claim.claimId, ...reversal } };
}

/** What a booking adds to its month; a reversal takes the same away. Points as text. */
export interface BookedFigures {
  readonly points: string;
  readonly totalFen: Fen;
  readonly ownPayFen: Fen;
  readonly overLimitFen: Fen;
  readonly preSelfPayFen: Fen;
  readonly inScopeFen: Fen;
  readonly deductibleFen: Fen;
  readonly fundPaidFen: Fen;
  readonly personalFen: Fen;
}

/** One entry of a claim: of itself, or of its reversal. */
export interface Booking extends BookedFigures {
  readonly kind: 'ORIGINAL' | 'REVERSAL';
  readonly cause: BookingCause | Reversal['cause'];
  readonly month: Month;
  /** Month of the care, whichever month it is booked in. */
  readonly careMonth: Month;
}

/** The entries of a claim, in order; together they are what it counts today. The view `booking` is held against this rule. */
export function bookingsOf(claim: Claim, reversal: Reversal | null): Booking[] {
  const careMonth = careMonthOf(claim.list);
  const figures = figuresOf(claim);
  const { month, cause } = claim.booking;
  const original: Booking = { kind: 'ORIGINAL', cause, month, careMonth, ...figures };
  if (!reversal) return [original];
  return [original, { kind: 'REVERSAL', cause: reversal.cause, month: reversal.month, careMonth, ...turned(figures) }];
}

export function figuresOf({ list, benefit, points }: Claim): BookedFigures {
  return {
    points: decimal(points.points).toFixed(),
    totalFen: list.totalFen,
    ownPayFen: list.ownPayFen,
    overLimitFen: list.overLimitFen,
    preSelfPayFen: benefit.preSelfPayFen,
    inScopeFen: benefit.inScopeFen,
    deductibleFen: benefit.deductibleFen,
    fundPaidFen: benefit.fundPaidFen,
    personalFen: benefit.personalFen,
  };
}

/** The same figures with the sign turned. */
export function turned({ points, ...amounts }: BookedFigures): BookedFigures {
  const negative = Object.fromEntries(Object.entries(amounts).map(([name, fen]) => [name, -fen]));
  return { points: decimal(0).minus(points).toFixed(), ...(negative as Omit<BookedFigures, 'points'>) };
}
