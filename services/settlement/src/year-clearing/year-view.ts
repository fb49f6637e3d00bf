import { fenToJson, type BusinessDate, type ExplanationStep, type Uuid } from '@yigongti/kernel';
import type { YearStatement } from './domain/year.ts';
import type { StatementMonth, StoredYear } from './year.repository.ts';

/** The clearing of a year as clients see it; plain JSON. Package, what is due by the points, what the months paid, and what is left. */
export interface YearView {
  readonly yearClearingId: Uuid;
  readonly poolId: Uuid;
  readonly consortiumCode: string;
  readonly insuranceType: string;
  readonly year: number;
  readonly policyId: Uuid;
  readonly assessedBy: string;
  readonly assessmentResultId: Uuid | null;
  readonly monthsCleared: number;
  readonly bookingCount: number;
  readonly points: string;
  readonly fundFen: number;
  readonly dueFen: number;
  readonly withheldFen: number;
  readonly paidFen: number;
  readonly monthWithheldFen: number;
  readonly clearingFen: number;
  readonly digest: string;
  readonly clearedOn: BusinessDate;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

type InJson<Line> = { readonly [Field in keyof Line]: Line[Field] extends bigint ? number : Line[Field] };

export type YearStatementView = InJson<YearStatement>;
export type StatementMonthView = InJson<StatementMonth>;

/** A line opened to its inputs; each month opens further by its run. */
export interface ExplainedYearStatementView extends YearStatementView {
  readonly yearClearingId: Uuid;
  readonly year: number;
  readonly policyId: Uuid;
  readonly assessmentResultId: Uuid | null;
  readonly explanation: readonly ExplanationStep[];
  readonly months: readonly StatementMonthView[];
}

export function yearView({ clearing, consortiumCode, insuranceType }: Omit<StoredYear, 'policyBasis' | 'resultBasis'>): YearView {
  const { yearClearingId, poolId, year, policyId, assessedBy, assessmentResultId, monthsCleared } = clearing;
  return {
    ...{ yearClearingId, poolId, consortiumCode, insuranceType, year, policyId, assessedBy, assessmentResultId, monthsCleared },
    bookingCount: clearing.bookingCount,
    points: clearing.points,
    fundFen: fenToJson(clearing.fundFen),
    dueFen: fenToJson(clearing.dueFen),
    withheldFen: fenToJson(clearing.withheldFen),
    paidFen: fenToJson(clearing.paidFen),
    monthWithheldFen: fenToJson(clearing.monthWithheldFen),
    clearingFen: fenToJson(clearing.clearingFen),
    digest: clearing.digest,
    clearedOn: clearing.clearedOn,
    version: clearing.version,
    allowedActions: [],
  };
}

export function yearStatementView(statement: YearStatement): YearStatementView {
  return {
    ...statement,
    shareFen: fenToJson(statement.shareFen),
    dueFen: fenToJson(statement.dueFen),
    withheldFen: fenToJson(statement.withheldFen),
    monthShareFen: fenToJson(statement.monthShareFen),
    paidFen: fenToJson(statement.paidFen),
    monthWithheldFen: fenToJson(statement.monthWithheldFen),
    clearingFen: fenToJson(statement.clearingFen),
  };
}

export function statementMonthView({ shareFen, fen, withheldFen, ...month }: StatementMonth): StatementMonthView {
  return { ...month, shareFen: fenToJson(shareFen), fen: fenToJson(fen), withheldFen: fenToJson(withheldFen) };
}
