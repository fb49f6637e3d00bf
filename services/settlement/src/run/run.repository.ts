import type { Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { Fen, Month, Uuid } from '@yigongti/kernel';
import type { Run, Statement, UsedResult } from './domain/run.ts';

/** What is booked in a month of a pool: of its insurance, from members of its consortium, with points. */
export interface PoolMonthScope {
  readonly consortiumCode: string;
  readonly insuranceType: 'RESIDENT' | 'EMPLOYEE';
  readonly month: Month;
}

export interface Allocation {
  readonly runId: Uuid;
  readonly scope: PoolMonthScope;
  readonly fundFen: Fen;
  readonly resultId: Uuid;
}

/** A list, or the reversal of one, that a line's points come from. */
export interface CountedBooking {
  readonly claimId: Uuid;
  readonly kind: 'ORIGINAL' | 'REVERSAL';
  readonly cause: string;
  readonly listNo: string;
  readonly listVersion: number;
  readonly careMonth: Month;
  /** With its sign. */
  readonly points: string;
  readonly totalFen: Fen;
  readonly fundPaidFen: Fen;
}

export interface CountedPage {
  readonly runId: Uuid;
  readonly institutionCode: string;
  readonly limit: number;
  /** The last one shown. */
  readonly after: Pick<CountedBooking, 'claimId' | 'kind'> | null;
}

export interface RunFilter {
  readonly poolId?: Uuid;
  readonly month?: Month;
  readonly limit: number;
  /** Id of the last run shown. */
  readonly after: Uuid | null;
}

/** A run with what its explanations name. */
export interface StoredRun {
  readonly run: Run;
  readonly consortiumCode: string;
  readonly insuranceType: string;
  /** `policy CHANGLE-RESIDENT-2026@1` */
  readonly policyBasis: string;
  readonly result: UsedResult;
}

export abstract class RunRepository {
  abstract find(tx: Tx, runId: Uuid): Promise<StoredRun | null>;

  /** Of the given consortia only, or of all when null; one more than `limit` when there is more. */
  abstract list(tx: Tx, filter: RunFilter, consortiumCodes: readonly string[] | null): Promise<StoredRun[]>;

  abstract ofMonth(tx: Tx, poolId: Uuid, month: Month): Promise<Run | null>;

  /** Whether the clearing of its year has closed every month of the pool. */
  abstract isYearCleared(tx: Tx, poolId: Uuid): Promise<boolean>;

  /** Digest over the bookings that a clearing of the scope counts: ids and points. */
  abstract bookingsDigest(tx: Tx, scope: PoolMonthScope): Promise<string>;

  /**
   * Shares the fund out over the scope, as a set: notes which bookings count and writes the lines. They are the run's as soon as the run
   * itself is inserted, in the same transaction.
   */
  abstract allocate(tx: Tx, allocation: Allocation): Promise<Statement[]>;

  abstract insert(tx: Tx, run: Run, event: OutgoingEvent): Promise<void>;

  /** Lines of a run by code. */
  abstract statements(tx: Tx, runId: Uuid): Promise<Statement[]>;

  /** What a line's points come from, by claim; one more than `limit` when there is more. */
  abstract counted(tx: Tx, page: CountedPage): Promise<CountedBooking[]>;
}
