import { fenToJson, type BusinessDate, type ExplanationStep, type Month, type Uuid } from '@yigongti/kernel';
import type { Statement } from './domain/run.ts';
import type { CountedClaim, StoredRun } from './run.repository.ts';

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
  readonly points: string;
  readonly shareFen: number;
  readonly score: string | null;
  readonly coefficient: string;
  readonly fen: number;
  readonly withheldFen: number;
}

/** A line opened to its inputs. */
export interface ExplainedStatementView extends StatementView {
  readonly runId: Uuid;
  readonly month: Month;
  readonly policyId: Uuid;
  readonly assessmentResultId: Uuid;
  readonly explanation: readonly ExplanationStep[];
  readonly claims: readonly CountedClaim[];
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
