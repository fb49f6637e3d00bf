import type { Tx } from '@yigongti/database';
import type { BusinessDate, Month, Uuid } from '@yigongti/kernel';
import type { IndicatorCode } from './domain/indicator-definition.ts';
import type { IndicatorTerms } from './domain/indicator-terms.ts';

/** Which side of the fraction a record stands on. */
export type FractionPart = 'NUMERATOR' | 'DENOMINATOR';

/** One record behind a figure, by ids alone. */
export interface CountedRecord {
  readonly recordId: Uuid;
  /** Null for facts taken before residents were kept with them. */
  readonly residentId: Uuid | null;
  /** What made it count besides itself: the contract in force, the follow-up with the reading; null where the record says all. */
  readonly evidenceId: Uuid | null;
  /** The day by which it belongs to the month. */
  readonly on: BusinessDate;
  /** What it adds, as exact decimal text: 1, a cost in fen, or the share of an estimate. */
  readonly amount: string;
}

export interface RecordsAsked {
  readonly code: IndicatorCode;
  readonly month: Month;
  readonly terms: IndicatorTerms;
  readonly part: FractionPart;
  /** Null: of the county. */
  readonly unitCode: string | null;
  readonly limit: number;
  /** Id of the last record shown. */
  readonly after: Uuid | null;
}

/** Port: the records that a figure was counted from. */
export abstract class IndicatorRecords {
  /** By id; one more than `limit` when there is more. */
  abstract list(tx: Tx, asked: RecordsAsked): Promise<CountedRecord[]>;
}
