import { decimal, Decimal, type DecimalInput } from '@yigongti/kernel';

/** `w × min(1, x ÷ target)`: a rate that should rise. */
export function linearUp(weight: DecimalInput, x: DecimalInput, target: DecimalInput): Decimal {
  return decimal(x).gte(target) ? decimal(weight) : decimal(weight).times(x).div(target);
}

/** `w × min(1, target ÷ x)`: a cost that should fall. */
export function linearDown(weight: DecimalInput, x: DecimalInput, target: DecimalInput): Decimal {
  return decimal(x).lte(target) ? decimal(weight) : decimal(weight).times(target).div(x);
}

/** Full inside `[from, to]`, falling in a line to 0 at the distance `width` outside. */
export interface FullRange {
  readonly from: DecimalInput;
  readonly to: DecimalInput;
  readonly width: DecimalInput;
}

export function inRange(weight: DecimalInput, x: DecimalInput, { from, to, width }: FullRange): Decimal {
  const outside = Decimal.max(decimal(from).minus(x), decimal(x).minus(to), 0);
  if (outside.isZero()) return decimal(weight);
  return decimal(weight)
    .times(Decimal.max(decimal(width).minus(outside), 0))
    .div(width);
}

/** From the last period's value to the target; beyond the target nothing is added, below the last value nothing taken. */
export interface GrowthPath {
  readonly last: DecimalInput;
  readonly target: DecimalInput;
}

/** `w × clamp((x − last) ÷ (target − last))`; whoever was at the target already keeps the weight by staying there. */
export function grown(weight: DecimalInput, x: DecimalInput, { last, target }: GrowthPath): Decimal {
  const way = decimal(target).minus(last);
  const gone = decimal(x).minus(last);
  if (way.isZero()) return gone.lt(0) ? decimal(0) : decimal(weight);
  return decimal(weight).times(Decimal.min(Decimal.max(gone.div(way), 0), 1));
}
