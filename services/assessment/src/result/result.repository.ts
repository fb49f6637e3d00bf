import type { Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { Month, Uuid } from '@yigongti/kernel';
import type { Result, ResultState } from './domain/result.ts';

/** A result without its lines. */
export type ResultHead = Omit<Result, 'scores' | 'indicators' | 'subjects' | 'corrections'> & {
  readonly institutionCount: number;
};

export interface ResultFilter {
  readonly period?: Month;
  readonly state?: ResultState;
  readonly limit: number;
  /** Id of the last result shown. */
  readonly after: Uuid | null;
}

/** A month's clearing that was adjusted by a result. */
export interface Clearing {
  readonly runId: Uuid;
  readonly poolId: Uuid;
  readonly month: Month;
}

export abstract class ResultRepository {
  /** The latest version of the period's result, if there is one; holds the period for the rest of the transaction, so that parallel publications queue. */
  abstract holdPeriod(tx: Tx, period: Month): Promise<ResultHead | null>;

  /** The result with its lines, locked for the rest of the transaction. */
  abstract find(tx: Tx, resultId: Uuid): Promise<Result | null>;

  /** The same without a lock. */
  abstract read(tx: Tx, resultId: Uuid): Promise<Result | null>;

  /** By the id of each of these results, the version that followed it. */
  abstract successorsOf(tx: Tx, resultIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Uuid>>;

  /** In order of publishing; one more than `limit` when there is more. */
  abstract list(tx: Tx, filter: ResultFilter): Promise<ResultHead[]>;

  /** What the result decided, by month. */
  abstract clearingsOf(tx: Tx, resultId: Uuid): Promise<Clearing[]>;

  abstract insert(tx: Tx, result: Result, event: OutgoingEvent): Promise<void>;

  /** Writes the head; lines never change. @throws StaleVersion when the row is not at the loaded version any more */
  abstract update(tx: Tx, loaded: Result, changed: Result, event: OutgoingEvent): Promise<void>;
}
