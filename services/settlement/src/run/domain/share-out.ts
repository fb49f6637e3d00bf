import { allocateByLargestRemainder, decimal, roundHalfUpFen, sumFen } from '@yigongti/kernel';
import type { Decimal, Fen } from '@yigongti/kernel';

/** An institution's points of the month, and what its frozen score makes of its share. */
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
 * Shares a month's fund out by points: largest remainder, ties by code; then share × coefficient, half up, never above the share. What a
 * share loses is withheld: allocated + withheld = fund. Not by a rounded value of a point, which misses by tens of yuan.
 * The set-based statement of the month clearing is held against this rule.
 */
export function shareOut(fundFen: Fen, members: readonly MemberPoints[]): SharedOut {
  const byPoints = allocateByLargestRemainder(
    fundFen,
    members.map(({ institutionCode, points }) => ({ key: institutionCode, weight: points })),
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

function assessedFen(shareFen: Fen, coefficient: Decimal): Fen {
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
