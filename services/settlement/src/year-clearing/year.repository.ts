import type { Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { Fen, Month, Uuid } from '@yigongti/kernel';
import type { ClearedMonth, YearAssessment, YearClearing, YearStatement } from './domain/year.ts';

/** What is booked in a year of a pool. */
export interface PoolYear {
  readonly poolId: Uuid;
  readonly consortiumCode: string;
  readonly insuranceType: string;
  readonly year: number;
}

export interface YearAllocation {
  readonly yearClearingId: Uuid;
  readonly scope: PoolYear;
  readonly fundFen: Fen;
  readonly assessment: YearAssessment;
  readonly resultId: Uuid | null;
}

/** A month of an institution: what its run made of it. */
export interface StatementMonth {
  readonly month: Month;
  readonly runId: Uuid;
  readonly points: string;
  readonly shareFen: Fen;
  readonly coefficient: string;
  readonly fen: Fen;
  readonly withheldFen: Fen;
}

export interface YearFilter {
  readonly poolId?: Uuid;
  readonly year?: number;
  readonly limit: number;
  /** Id of the last clearing shown. */
  readonly after: Uuid | null;
}

/** A clearing with what its explanations name. */
export interface StoredYear {
  readonly clearing: YearClearing;
  readonly consortiumCode: string;
  readonly insuranceType: string;
  /** `policy CHANGLE-RESIDENT-2026@1` */
  readonly policyBasis: string;
  /** `assessment result 2026@1`; null where no result of the year decides. */
  readonly resultBasis: string | null;
}

export abstract class YearRepository {
  abstract find(tx: Tx, yearClearingId: Uuid): Promise<StoredYear | null>;

  /** Of the given consortia only, or of all when null; one more than `limit` when there is more. */
  abstract list(tx: Tx, filter: YearFilter, consortiumCodes: readonly string[] | null): Promise<StoredYear[]>;

  abstract ofPool(tx: Tx, poolId: Uuid): Promise<YearClearing | null>;

  abstract clearedMonths(tx: Tx, poolId: Uuid): Promise<ClearedMonth[]>;

  /** Months in which an institution has points that no run has counted. */
  abstract openMonths(tx: Tx, scope: PoolYear): Promise<Month[]>;

  /** Digest over the points that each institution has booked in the year. */
  abstract bookedDigest(tx: Tx, scope: PoolYear): Promise<string>;

  /** Shares the package out over the year, as a set. The lines are the clearing's as soon as it is inserted, in the same transaction. */
  abstract allocate(tx: Tx, allocation: YearAllocation): Promise<YearStatement[]>;

  abstract insert(tx: Tx, clearing: YearClearing, event: OutgoingEvent): Promise<void>;

  /** Lines by code. */
  abstract statements(tx: Tx, yearClearingId: Uuid): Promise<YearStatement[]>;

  /** What the clearings of the months made of an institution. */
  abstract monthsOf(tx: Tx, poolId: Uuid, institutionCode: string): Promise<StatementMonth[]>;
}
