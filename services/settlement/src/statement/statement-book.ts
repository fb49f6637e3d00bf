import type { Tx } from '@yigongti/database';
import type { BusinessDate, Caller, Fen, Uuid } from '@yigongti/kernel';

/** What an institution got by one clearing, of a month or of a year, in one shape. */
export interface InstitutionStatement {
  readonly kind: 'MONTH' | 'YEAR';
  /** Of the run, or of the clearing of the year. */
  readonly runId: Uuid;
  /** `2026-06` or `2026`. */
  readonly period: string;
  readonly year: number;
  readonly poolId: Uuid;
  readonly consortiumCode: string;
  readonly insuranceType: 'RESIDENT' | 'EMPLOYEE';
  readonly institutionCode: string;
  readonly institutionNameZh: string;
  readonly bookingCount: number;
  readonly points: string;
  readonly shareFen: Fen;
  readonly score: string | null;
  readonly coefficient: string;
  readonly dueFen: Fen;
  readonly withheldFen: Fen;
  /** What the months paid before; zero for a month. */
  readonly paidFen: Fen;
  /** Due less paid. The payments of an institution's months and year sum to what is due for the year. */
  readonly paymentFen: Fen;
  readonly clearedOn: BusinessDate;
}

/** An institution's months in order, then its year; its years in order. */
export type StatementPlace = Pick<InstitutionStatement, 'institutionCode' | 'year' | 'kind' | 'period' | 'runId'>;

export interface StatementFilter {
  readonly institutionCode?: string;
  readonly poolId?: Uuid;
  readonly insuranceType?: string;
  readonly kind?: string;
  readonly year?: number;
  readonly period?: string;
  readonly limit: number;
  readonly after: StatementPlace | null;
}

/** Port: the statements of all clearings, to be read only. */
export abstract class StatementBook {
  /** What the caller may see, in order; one more than `limit` when there is more. */
  abstract list(tx: Tx, filter: StatementFilter, caller: Caller): Promise<InstitutionStatement[]>;
}
