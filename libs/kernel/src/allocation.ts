import { decimal, type Decimal, type DecimalInput } from './decimal.ts';
import type { Fen } from './money.ts';
import { InvariantViolated } from './refusal.ts';

export interface Weighted {
  /** Stable key of the receiver, for example an institution code; ties are decided by it. */
  readonly key: string;
  /** Non-negative, never rounded beforehand: scaling all weights by a constant must change no share. */
  readonly weight: DecimalInput;
}

interface Part {
  readonly key: string;
  readonly whole: Fen;
  readonly remainder: Decimal;
}

/**
 * Splits `total` by weights with the largest-remainder method (Hamilton), so that the parts sum to the total to the fen.
 * Equal remainders go to the smaller key (code point order).
 * @throws InvariantViolated when the total is negative, a weight is negative, a key stands twice, or all weights are zero while money is left.
 */
export function allocateByLargestRemainder(total: Fen, receivers: readonly Weighted[]): Map<string, Fen> {
  const weights = receivers.map((receiver) => ({ key: receiver.key, weight: decimal(receiver.weight) }));
  const sum = weights.reduce((running, receiver) => running.plus(receiver.weight), decimal(0));
  refuseUnusable(total, weights, sum);
  if (total === 0n) return new Map(weights.map(({ key }) => [key, 0n]));
  const parts = weights.map(({ key, weight }) => splitOff(key, decimal(total).times(weight), sum));
  const missing = total - parts.reduce((running, part) => running + part.whole, 0n);
  const favoured = new Set(
    [...parts]
      .sort((a, b) => b.remainder.comparedTo(a.remainder) || compareKeys(a.key, b.key))
      .slice(0, Number(missing))
      .map((part) => part.key),
  );
  return new Map(parts.map((part) => [part.key, part.whole + (favoured.has(part.key) ? 1n : 0n)]));
}

/** Whole part and remainder of product / sum; the remainder keeps the common denominator, so comparing it is exact. */
function splitOff(key: string, product: Decimal, sum: Decimal): Part {
  const whole = product.divToInt(sum);
  return { key, whole: BigInt(whole.toFixed(0)), remainder: product.minus(whole.times(sum)) };
}

function refuseUnusable(total: Fen, weights: readonly { key: string; weight: Decimal }[], sum: Decimal): void {
  if (total < 0n) throw new InvariantViolated('kernel.allocation.negative-total', 'a negative amount cannot be allocated');
  if (weights.some(({ weight }) => weight.isNegative() && !weight.isZero())) {
    throw new InvariantViolated('kernel.allocation.negative-weight', 'a weight below zero cannot take a share');
  }
  if (new Set(weights.map(({ key }) => key)).size !== weights.length) {
    throw new InvariantViolated('kernel.allocation.repeated-key', 'a receiver stands twice in one allocation');
  }
  if (total > 0n && sum.isZero()) {
    throw new InvariantViolated('kernel.allocation.no-weight', 'money is there but all weights are zero');
  }
}

/** Code point order: the same on every machine, whatever its locale. */
export function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
