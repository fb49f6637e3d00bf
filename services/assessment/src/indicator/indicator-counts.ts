import type { Tx } from '@yigongti/database';
import type { Instant, Month } from '@yigongti/kernel';
import type { IndicatorCode } from './domain/indicator-definition.ts';
import type { Counted } from './domain/indicator-figure.ts';
import type { IndicatorTerms } from './domain/indicator-terms.ts';

/** Port: what the facts say, counted in the database in one statement an indicator. */
export abstract class IndicatorCounts {
  /** A row for each unit that any fact belongs to, and one for the county; a unit without facts has none. */
  abstract count(tx: Tx, code: IndicatorCode, month: Month, terms: IndicatorTerms): Promise<Counted[]>;

  /** By topic, when the latest of the indicator's facts was recorded by its owner; null without facts. */
  abstract latestFacts(tx: Tx, code: IndicatorCode): Promise<ReadonlyMap<string, Instant | null>>;
}
