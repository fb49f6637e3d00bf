import { decimal, Decimal, InvariantViolated, type DecimalInput } from '@yigongti/kernel';

/** Bounds belong to the band; a bound left out is open. */
export interface Band {
  readonly from?: DecimalInput;
  readonly to?: DecimalInput;
  readonly points: DecimalInput;
}

/** The points of the first band that holds `x`. @throws InvariantViolated when none does: bands leave no gap */
export function tiered(x: DecimalInput, bands: readonly Band[]): Decimal {
  const value = decimal(x);
  const band = bands.find(({ from, to }) => (from === undefined || value.gte(from)) && (to === undefined || value.lte(to)));
  if (!band) throw new InvariantViolated('assessment.scoring.no-band', `no band holds ${value.toFixed()}`);
  return decimal(band.points);
}

/** `max(0, w − n × p)`: each fault takes its points. */
export function deducted(weight: DecimalInput, faults: DecimalInput, pointsEach: DecimalInput): Decimal {
  return Decimal.max(decimal(weight).minus(decimal(faults).times(pointsEach)), 0);
}

/** `w × share of the grade`. @throws InvariantViolated when the grade has no share */
export function qualified(weight: DecimalInput, grade: string, shares: Readonly<Record<string, DecimalInput>>): Decimal {
  const share = Object.hasOwn(shares, grade) ? shares[grade] : undefined;
  if (share === undefined) throw new InvariantViolated('assessment.scoring.no-grade', `no share is set for the grade ${grade}`);
  return decimal(weight).times(share);
}

/** `w × (n − rank + 1) ÷ n`. */
export function ranked(weight: DecimalInput, rank: DecimalInput, peers: number): Decimal {
  return decimal(weight).times(decimal(peers).minus(rank).plus(1)).div(peers);
}

/** Ranks from 1, the best first, in the order of `values`; ties share the mean of their ranks. */
export function meanRanks(values: readonly DecimalInput[], better: 'HIGH' | 'LOW'): Decimal[] {
  const exact = values.map((value) => decimal(value));
  return exact.map((value) => {
    const ahead = exact.filter((other) => (better === 'HIGH' ? other.gt(value) : other.lt(value))).length;
    const tied = exact.filter((other) => other.eq(value)).length;
    return decimal(ahead + 1).plus(decimal(tied - 1).div(2));
  });
}
