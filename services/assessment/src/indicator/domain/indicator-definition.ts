export type IndicatorCode = 'REF-RATIO' | 'REF-LOOP' | 'CON-COV' | 'COST-IP' | 'PH-HTN-C';

/** RATIO: a plain quotient, 0.5 is a half. YUAN: yuan per case, the numerator in yuan with two decimals. */
export type IndicatorUnit = 'RATIO' | 'YUAN';

/** UP: more is better. DOWN: less is better. */
export type IndicatorDirection = 'UP' | 'DOWN';

/** Chinese as in the regulation, and English. */
export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}

/**
 * An indicator as data. Which institution a fact belongs to, and which units are meant, is part of the code (`scope`): published
 * "primary shares" exist in four scopes under one name. A village clinic counts with its township; the county counts each fact once.
 */
export interface IndicatorDefinition {
  readonly code: IndicatorCode;
  /** Edition of the set that the definition belongs to. */
  readonly setVersion: string;
  readonly name: BilingualText;
  readonly numerator: BilingualText;
  readonly denominator: BilingualText;
  readonly unit: IndicatorUnit;
  readonly direction: IndicatorDirection;
  readonly scope: BilingualText;
  readonly period: 'MONTH';
  /** Text that the definition is from. */
  readonly source: string;
  readonly exclusions: BilingualText;
  /** Nobody has failed, or excelled, at what did not occur: the value is null, never 0 or 100 %. */
  readonly nullIfDenominatorZero: true;
  /** Topics that bring its facts. */
  readonly factTopics: readonly string[];
}

export const setVersion = 'YGT-2026.1';
