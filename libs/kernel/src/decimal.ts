import { Decimal as DecimalJs } from 'decimal.js';

/**
 * Exact decimals for scores, points, coefficients and ratios: 40 significant digits, half-up, never exponent notation.
 * Money is not a decimal but whole fen (`Fen`).
 */
export const Decimal = DecimalJs.clone({ precision: 40, rounding: DecimalJs.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });
export type Decimal = DecimalJs;

export type DecimalInput = Decimal | string | number | bigint;

/** Makes an exact decimal. A binary float is refused: only integers come as numbers. */
export function decimal(value: DecimalInput): Decimal {
  if (typeof value === 'number' && !Number.isInteger(value)) {
    throw new RangeError('a fraction must be given as a decimal string, not as a binary float');
  }
  return new Decimal(typeof value === 'bigint' ? value.toString() : value);
}
