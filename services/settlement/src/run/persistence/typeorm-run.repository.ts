import { Injectable } from '@nestjs/common';
import { insertStatement, type Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { Month, Uuid } from '@yigongti/kernel';
import { saveWithEvents } from '@yigongti/messaging';
import { In } from 'typeorm';
import type { Run, Statement } from '../domain/run.ts';
import {
  RunRepository,
  type Allocation,
  type CountedBooking,
  type CountedPage,
  type PoolMonthScope,
  type RunFilter,
  type StoredRun,
} from '../run.repository.ts';
import { runRow } from './run.row.ts';
import { allocateSql, bookingsDigestSql, countedSql, statementsSql } from './run.sql.ts';

interface Context {
  runId: Uuid;
  consortiumCode: string;
  insuranceType: string;
  policyBasis: string;
  period: string;
  resultVersion: number;
}

const contextSql = `select r.run_id as "runId", p.consortium_code as "consortiumCode", p.insurance_type as "insuranceType",
  'policy ' || policy.policy_code || '@' || policy.policy_version as "policyBasis", f.period, f.result_version as "resultVersion"
from run r join pool p using (pool_id) join policy on policy.policy_id = r.policy_id
  join frozen_result f on f.result_id = r.assessment_result_id`;

@Injectable()
export class TypeormRunRepository extends RunRepository {
  override async find(tx: Tx, runId: Uuid): Promise<StoredRun | null> {
    const contexts = await tx.query<Context[]>(`${contextSql} where r.run_id = $1`, [runId]);
    const [stored = null] = await this.#stored(tx, contexts);
    return stored;
  }

  override async list(tx: Tx, filter: RunFilter, consortiumCodes: readonly string[] | null): Promise<StoredRun[]> {
    const contexts = await tx.query<Context[]>(
      `${contextSql} where ($1::text[] is null or p.consortium_code = any($1)) and ($2::uuid is null or r.pool_id = $2)
         and ($3::text is null or r.month = $3) and ($4::uuid is null or r.run_id > $4) order by r.run_id limit $5`,
      [consortiumCodes, filter.poolId ?? null, filter.month ?? null, filter.after, filter.limit + 1],
    );
    return this.#stored(tx, contexts);
  }

  async #stored(tx: Tx, contexts: readonly Context[]): Promise<StoredRun[]> {
    const runs = await tx.find(runRow, { where: { runId: In(contexts.map(({ runId }) => runId)) } });
    const byId = new Map(runs.map((run) => [run.runId, run]));
    return contexts.map(({ runId, period, resultVersion, ...named }) => {
      const run = byId.get(runId)!;
      return { run, ...named, result: { resultId: run.assessmentResultId, period, resultVersion } };
    });
  }

  override async ofMonth(tx: Tx, poolId: Uuid, month: Month): Promise<Run | null> {
    return tx.findOne(runRow, { where: { poolId, month } });
  }

  override async bookingsDigest(tx: Tx, { consortiumCode, insuranceType, month }: PoolMonthScope): Promise<string> {
    const [row] = await tx.query<[{ digest: string }]>(bookingsDigestSql, [consortiumCode, insuranceType, month]);
    return row.digest;
  }

  override async allocate(tx: Tx, { runId, scope, fundFen, resultId }: Allocation): Promise<Statement[]> {
    const { consortiumCode, insuranceType, month } = scope;
    await tx.query(allocateSql, [consortiumCode, insuranceType, month, runId, fundFen.toString(), resultId]);
    return this.statements(tx, runId);
  }

  override async insert(tx: Tx, run: Run, event: OutgoingEvent): Promise<void> {
    await saveWithEvents(tx, insertStatement(runRow, run), [event]);
  }

  override statements(tx: Tx, runId: Uuid): Promise<Statement[]> {
    return tx.query<Statement[]>(statementsSql, [runId]);
  }

  override async isYearCleared(tx: Tx, poolId: Uuid): Promise<boolean> {
    const rows = await tx.query<unknown[]>('select 1 from year_clearing where pool_id = $1', [poolId]);
    return rows.length > 0;
  }

  override counted(tx: Tx, { runId, institutionCode, after, limit }: CountedPage): Promise<CountedBooking[]> {
    return tx.query<CountedBooking[]>(countedSql, [runId, institutionCode, after?.claimId, after?.kind, limit + 1]);
  }
}
