import type { Month } from '@yigongti/kernel';
import type { IndicatorTerms } from '../domain/indicator-terms.ts';

/**
 * The facts behind an indicator, from which both its figure and its list of records are made, so that the two cannot differ. Each row is one
 * record for one unit: `record_id, resident_id, evidence_id, fact_on, unit_code, of_county, numerator, denominator`.
 * A record of two units has a row for each, one of them `of_county`: the county counts it once. A unit that nobody knows is null.
 */
export interface FactQuery {
  readonly text: string;
  readonly parameters: (month: Month, terms: IndicatorTerms) => readonly unknown[];
  /** Tables that hold the facts, by the topic that brings them. */
  readonly sources: Readonly<Record<string, readonly string[]>>;
}
