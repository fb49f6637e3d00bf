export type IndicatorCode =
  | 'REF-RATIO'
  | 'REF-LOOP'
  | 'REF-REPLY'
  | 'VIS-PRIM-A'
  | 'CON-COV'
  | 'CON-PRIO'
  | 'COST-IP'
  | 'PH-HTN-M'
  | 'PH-HTN-C'
  | 'PH-DM-C';

/** RATIO: a plain quotient, 0.5 is a half. YUAN: yuan per case, the numerator in yuan with two decimals. */
export type IndicatorUnit = 'RATIO' | 'YUAN';

/** UP: more is better. DOWN: less is better. */
export type IndicatorDirection = 'UP' | 'DOWN';

/** Level of an assessed unit; peers are of one level. */
export type UnitLevel = 'COUNTY' | 'TOWNSHIP';

/** What one record behind a figure is; its id is that of the service that owns it. */
export type RecordKind = 'REFERRAL' | 'ENCOUNTER' | 'RESIDENT' | 'CLAIM' | 'ENROLMENT';

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
  /** The same in signs. */
  readonly formula: string;
  readonly unit: IndicatorUnit;
  readonly direction: IndicatorDirection;
  readonly scope: BilingualText;
  /** Levels of the units that it measures; the county as a whole always. Elsewhere nothing could be counted. */
  readonly appliesTo: readonly UnitLevel[];
  readonly period: 'MONTH';
  /** Text that the definition is from. */
  readonly source: string;
  readonly exclusions: BilingualText;
  /** Nobody has failed, or excelled, at what did not occur: the value is null, never 0 or 100 %. */
  readonly nullIfDenominatorZero: true;
  /** What the records behind numerator and denominator are. */
  readonly records: { readonly numerator: RecordKind; readonly denominator: RecordKind };
  /** Topics that bring its facts. */
  readonly factTopics: readonly string[];
}

/** What is the same in every definition. */
export const always = { setVersion: 'YGT-2026.2', period: 'MONTH', nullIfDenominatorZero: true } as const;

export const everyUnit: readonly UnitLevel[] = ['COUNTY', 'TOWNSHIP'];
/** Residents and patients in long-term care are those of towns and their villages. */
export const townUnits: readonly UnitLevel[] = ['TOWNSHIP'];

export type Definitions<Code extends IndicatorCode> = Readonly<Record<Code, IndicatorDefinition>>;
