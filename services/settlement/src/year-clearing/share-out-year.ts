import { decimal, Decimal, type Fen } from '@yigongti/kernel';
import { shareOut, sharingPoints } from '../run/index.ts';
import type { YearAssessment, YearStatement } from './domain/year.ts';

/** An institution's year before it is cleared. */
export interface YearMember {
  readonly institutionCode: string;
  readonly bookingCount: number;
  readonly bookedPoints: Decimal;
  /** Of the frozen result of the year; null for an institution without a score. */
  readonly frozen: { readonly score: string; readonly coefficient: Decimal } | null;
  readonly monthShareFen: Fen;
  readonly paidFen: Fen;
}

/**
 * Shares the package of a year out by its points, adjusts it by the assessment and takes off what the months paid. The set-based statement
 * of the clearing is held against this rule.
 */
export function shareOutYear(fundFen: Fen, members: readonly YearMember[], assessment: YearAssessment): YearStatement[] {
  const judged = members.map((member) => ({ ...member, points: member.bookedPoints, ...judge(member, assessment) }));
  const { shares } = shareOut(fundFen, judged);
  return judged.map(({ institutionCode, bookingCount, bookedPoints, score, coefficient, monthShareFen, paidFen }, index) => {
    const { shareFen, fen: dueFen, withheldFen } = shares[index]!;
    return {
      institutionCode,
      bookingCount,
      bookedPoints: bookedPoints.toFixed(),
      points: sharingPoints(bookedPoints).toFixed(),
      shareFen,
      score,
      coefficient: coefficient.toFixed(),
      dueFen,
      withheldFen,
      monthShareFen,
      paidFen,
      monthWithheldFen: monthShareFen - paidFen,
      clearingFen: dueFen - paidFen,
    };
  });
}

interface Judged {
  readonly score: string | null;
  readonly coefficient: Decimal;
}

/** By the months: what they paid of what they shared out, so that what the frozen results of the months made of the money holds for the year. */
function judge({ frozen, monthShareFen, paidFen }: YearMember, { by, decimalPlaces }: YearAssessment): Judged {
  if (by === 'YEAR_RESULT') return { score: frozen?.score ?? null, coefficient: frozen?.coefficient ?? decimal(1) };
  if (by === 'NONE' || monthShareFen === 0n) return { score: null, coefficient: decimal(1) };
  const paid = decimal(paidFen).div(decimal(monthShareFen));
  return { score: null, coefficient: paid.toDecimalPlaces(decimalPlaces, Decimal.ROUND_HALF_UP) };
}

/** What a year's payment is made of: other points than the months counted, what they withheld, what the year withholds. Sums to it. */
export function partsOf({ shareFen, monthShareFen, monthWithheldFen, withheldFen }: YearStatement) {
  return { pointsFen: shareFen - monthShareFen, releasedFen: monthWithheldFen, keptBackFen: -withheldFen };
}
