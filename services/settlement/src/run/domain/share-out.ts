import { allocateByLargestRemainder, compareKeys, Decimal, decimal, roundHalfUpFen, sumFen } from '@yigongti/kernel';
import type { Fen } from '@yigongti/kernel';

/** An institution's points as they are booked, and what its frozen score makes of its share. */
export interface MemberPoints {
  readonly institutionCode: string;
  readonly points: Decimal;
  /** 1 for an institution without a score. */
  readonly coefficient: Decimal;
}

export interface MemberShare {
  readonly institutionCode: string;
  readonly shareFen: Fen;
  readonly fen: Fen;
  readonly withheldFen: Fen;
}

export interface SharedOut {
  readonly shares: readonly MemberShare[];
  readonly allocatedFen: Fen;
  readonly withheldFen: Fen;
}

/**
 * Shares a fund out by points, those below zero counting as none: largest remainder, ties by code; then share × coefficient, half up, never above the share. What a
 * share loses is withheld: allocated + withheld = fund. Not by a rounded value of a point, which misses by tens of yuan.
 * The set-based statements of the clearings are held against this rule.
 */
export function shareOut(fundFen: Fen, members: readonly MemberPoints[]): SharedOut {
  const byPoints = allocateByLargestRemainder(
    fundFen,
    members.map(({ institutionCode, points }) => ({ key: institutionCode, weight: sharingPoints(points) })),
  );
  const shares = members.map(({ institutionCode, coefficient }) => {
    const shareFen = byPoints.get(institutionCode)!;
    const fen = assessedFen(shareFen, coefficient);
    return { institutionCode, shareFen, fen, withheldFen: shareFen - fen };
  });
  return {
    shares,
    allocatedFen: sumFen(shares.map(({ fen }) => fen)),
    withheldFen: sumFen(shares.map(({ withheldFen }) => withheldFen)),
  };
}

/** Points as they are booked, below zero where more was taken back than came: those take no share. */
export function sharingPoints(bookedPoints: Decimal): Decimal {
  return Decimal.max(bookedPoints, 0);
}

/** How a share came about, so that whoever sees one line only can follow it. */
export interface ShareRounding {
  /** Whole fen of fund × points / all points. */
  readonly wholeFen: Fen;
  /** Fen that are left when every share is cut to whole ones; they go to the largest remainders. */
  readonly leftFen: Fen;
  /** Place of this remainder among all, ties by code; a share whose place is within `leftFen` gets one more. */
  readonly place: number;
}

export function roundingOf(
  fundFen: Fen,
  members: readonly Omit<MemberPoints, 'coefficient'>[],
  institutionCode: string,
): ShareRounding {
  const all = members.reduce((sum, { points }) => sum.plus(points), decimal(0));
  const parts = members.map(({ institutionCode: code, points }) => {
    const product = decimal(fundFen).times(points);
    const whole = product.divToInt(all);
    return { code, whole: BigInt(whole.toFixed(0)), remainder: product.minus(whole.times(all)) };
  });
  const ranked = [...parts].sort((a, b) => b.remainder.comparedTo(a.remainder) || compareKeys(a.code, b.code));
  const wholeFen = parts.find(({ code }) => code === institutionCode)!.whole;
  const place = ranked.findIndex(({ code }) => code === institutionCode) + 1;
  return { wholeFen, leftFen: fundFen - sumFen(parts.map(({ whole }) => whole)), place };
}

/** Share × coefficient, half up, never above the share. */
export function assessedFen(shareFen: Fen, coefficient: Decimal): Fen {
  const fen = roundHalfUpFen(decimal(shareFen).times(coefficient));
  return fen < shareFen ? fen : shareFen;
}

/**
 * Value of a point in yuan, to read and compare by, never to pay by: `V = (fund / share of cost that the fund pays) / points`.
 * @param fundShare 1 where points price the fund's part only, as in the month clearing
 */
export function pointValueYuan(fundFen: Fen, points: Decimal, fundShare: Decimal): Decimal {
  return decimal(fundFen).div(100).div(fundShare).div(points);
}
