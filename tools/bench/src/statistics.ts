export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** @throws RangeError for an empty list: a benchmark without a round says nothing */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('no values to tell the spread of');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { median, min: sorted[0]!, max: sorted.at(-1)! };
}

/** One arm of a comparison: per second, round by round. */
export interface Arm {
  readonly name: string;
  readonly perSecond: readonly number[];
}

/** The first arm over the slowest of the others, inside each round: machines change their pace between rounds. */
export function ratioOf(measured: Arm, limits: readonly Arm[]): Spread {
  return spreadOf(measured.perSecond.map((value, round) => value / Math.min(...limits.map((arm) => arm.perSecond[round]!))));
}
