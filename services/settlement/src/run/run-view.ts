import { fenToJson, type BusinessDate, type ExplanationStep, type Month, type Uuid } from '@yigongti/kernel';
import type { Statement } from './domain/run.ts';
import type { CountedBooking, StoredRun } from './run.repository.ts';

/** A run as clients see it; plain JSON. */
export interface RunView {
  readonly runId: Uuid;
  readonly poolId: Uuid;
  readonly consortiumCode: string;
  readonly insuranceType: string;
  readonly month: Month;
  readonly policyId: Uuid;
  readonly assessmentResultId: Uuid;
  readonly claimCount: number;
  readonly points: string;
  readonly fundFen: number;
  readonly allocatedFen: number;
  readonly withheldFen: number;
  readonly digest: string;
  readonly clearedOn: BusinessDate;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

export interface StatementView {
  readonly institutionCode: string;
  readonly claimCount: number;
  readonly bookedPoints: string;
  readonly points: string;
  readonly shareFen: number;
  readonly score: string | null;
  readonly coefficient: string;
  readonly fen: number;
  readonly withheldFen: number;
}

/** A list or a reversal that a line counts. */
export interface CountedBookingView extends Omit<CountedBooking, 'totalFen' | 'fundPaidFen'> {
  readonly totalFen: number;
  readonly fundPaidFen: number;
}

/** A line opened to its inputs; its bookings are a list of their own. */
export interface ExplainedStatementView extends StatementView {
  readonly runId: Uuid;
  readonly month: Month;
  readonly policyId: Uuid;
  readonly assessmentResultId: Uuid;
  readonly explanation: readonly ExplanationStep[];
}

export function runView({ run, consortiumCode, insuranceType }: Omit<StoredRun, 'policyBasis' | 'result'>): RunView {
  const { runId, poolId, month, policyId, assessmentResultId, claimCount, points, digest, clearedOn, version } = run;
  return {
    runId,
    poolId,
    consortiumCode,
    insuranceType,
    month,
    policyId,
    assessmentResultId,
    claimCount,
    points,
    fundFen: fenToJson(run.fundFen),
    allocatedFen: fenToJson(run.allocatedFen),
    withheldFen: fenToJson(run.withheldFen),
    digest,
    clearedOn,
    version,
    allowedActions: [],
  };
}

export function statementView(statement: Statement): StatementView {
  return {
    ...statement,
    shareFen: fenToJson(statement.shareFen),
    fen: fenToJson(statement.fen),
    withheldFen: fenToJson(statement.withheldFen),
  };
}

export function countedBookingView({ totalFen, fundPaidFen, ...booking }: CountedBooking): CountedBookingView {
  return { ...booking, totalFen: fenToJson(totalFen), fundPaidFen: fenToJson(fundPaidFen) };
}
