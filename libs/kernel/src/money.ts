import { decimal, Decimal, type DecimalInput } from './decimal.ts';
import { InvariantViolated } from './refusal.ts';

/** An amount of money in whole fen (0.01 yuan). */
export type Fen = bigint;

/** The one place where an exact amount becomes whole fen: half up, away from zero at the half. */
export function roundHalfUpFen(amount: DecimalInput): Fen {
  return BigInt(decimal(amount).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toFixed(0));
}

/** For floors that the law sets ("at least 70 %"): the smallest whole fen not below the amount. */
export function roundUpFen(amount: DecimalInput): Fen {
  return BigInt(decimal(amount).toDecimalPlaces(0, Decimal.ROUND_CEIL).toFixed(0));
}

export function sumFen(amounts: Iterable<Fen>): Fen {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
}

/** Fen as the JSON integer that our interfaces carry. Refuses what JSON cannot hold exactly. */
export function fenToJson(amount: Fen): number {
  if (amount > BigInt(Number.MAX_SAFE_INTEGER) || amount < -BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new InvariantViolated('kernel.money.beyond-safe-integer', `${amount} fen does not fit a JSON integer`);
  }
  return Number(amount);
}

/** `1234567` becomes `12,345.67`: for people, never for programs. */
export function formatYuan(amount: Fen): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0n ? '-' : ''}${yuan}.${digits.slice(-2)}`;
}
