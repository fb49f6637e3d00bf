import { decimal, type Decimal } from '@yigongti/kernel';
import type { IndicatorCode, IndicatorDefinition } from './indicator-definition.ts';

/** What the facts say, before units: money in fen. `unitCode` is null for the whole county. */
export interface Counted {
  readonly unitCode: string | null;
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** One indicator of one institution, as it is stored and sent: numerator and denominator are kept, never only the rate. */
export interface IndicatorFigure {
  readonly code: IndicatorCode;
  readonly institutionCode: string;
  /** Exact decimal text in the unit of the indicator. */
  readonly numerator: string;
  readonly denominator: string;
  /** Numerator ÷ denominator, `valuePlaces` decimals; null where the denominator is zero. */
  readonly value: string | null;
}

/** Decimals of a value as it is shown. Scores are made from numerator and denominator, so that this rounding decides nothing. */
export const valuePlaces = 12;

export function figureOf(
  definition: IndicatorDefinition,
  institutionCode: string,
  { numerator, denominator }: Omit<Counted, 'unitCode'>,
): IndicatorFigure {
  const inUnit = definition.unit === 'YUAN' ? decimal(numerator).div(100) : decimal(numerator);
  const figure = { numerator: inUnit.toFixed(), denominator: decimal(denominator).toFixed() };
  return { code: definition.code, institutionCode, ...figure, value: quotientOf(figure) };
}

/** The value as it is shown. */
export function quotientOf(figure: Pick<IndicatorFigure, 'numerator' | 'denominator'>): string | null {
  return valueOf(figure)?.toDecimalPlaces(valuePlaces).toFixed() ?? null;
}

/** The value as exactly as decimals go. */
export function valueOf({ numerator, denominator }: Pick<IndicatorFigure, 'numerator' | 'denominator'>): Decimal | null {
  return decimal(denominator).isZero() ? null : decimal(numerator).div(denominator);
}
