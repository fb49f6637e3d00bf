import { Injectable } from '@nestjs/common';
import { insertManyStatement, insertStatement, updateStatement, type Statement, type Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { Month, Uuid } from '@yigongti/kernel';
import { saveWithEvents } from '@yigongti/messaging';
import { In, MoreThan } from 'typeorm';
import type { Result } from '../domain/result.ts';
import { ResultRepository, type Clearing, type ResultFilter, type ResultHead } from '../result.repository.ts';
import { toCorrectionRows, toHead, toIndicatorRows, toResult, toRow, toScoreRows, toSubjectRows } from './result.mapper.ts';
import {
  resultCorrectionRow,
  resultIndicatorRow,
  resultRow,
  resultScoreRow,
  resultSubjectRow,
  type ResultRow,
} from './result.row.ts';

@Injectable()
export class TypeormResultRepository extends ResultRepository {
  override async holdPeriod(tx: Tx, period: Month): Promise<ResultHead | null> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`result ${period}`]);
    const row = await tx.findOne(resultRow, { where: { period }, order: { resultVersion: 'DESC' } });
    return row && toHead(row);
  }

  override async find(tx: Tx, resultId: Uuid): Promise<Result | null> {
    const row = await tx.findOne(resultRow, { where: { resultId }, lock: { mode: 'pessimistic_write' } });
    return row && withLines(tx, row);
  }

  override async read(tx: Tx, resultId: Uuid): Promise<Result | null> {
    const row = await tx.findOne(resultRow, { where: { resultId } });
    return row && withLines(tx, row);
  }

  override async list(tx: Tx, { limit, after, ...filter }: ResultFilter): Promise<ResultHead[]> {
    const where = after === null ? filter : { ...filter, resultId: MoreThan(after) };
    const rows = await tx.find(resultRow, { where, order: { resultId: 'ASC' }, take: limit + 1 });
    return rows.map(toHead);
  }

  override async successorsOf(tx: Tx, resultIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Uuid>> {
    const rows = await tx.find(resultRow, { where: { supersedesResultId: In([...resultIds]) } });
    return new Map(rows.map(({ supersedesResultId, resultId }) => [supersedesResultId!, resultId]));
  }

  override clearingsOf(tx: Tx, resultId: Uuid): Promise<Clearing[]> {
    return tx.query<Clearing[]>(
      'select run_id as "runId", pool_id as "poolId", month from month_clearing where result_id = $1 order by month, run_id',
      [resultId],
    );
  }

  override async insert(tx: Tx, result: Result, event: OutgoingEvent): Promise<void> {
    await saveWithEvents(tx, insertStatement(resultRow, toRow(result)), [event]);
    await run(tx, insertManyStatement(resultScoreRow, toScoreRows(result)));
    await run(tx, insertManyStatement(resultIndicatorRow, toIndicatorRows(result)));
    await run(tx, insertManyStatement(resultSubjectRow, toSubjectRows(result)));
    await run(tx, insertManyStatement(resultCorrectionRow, toCorrectionRows(result)));
  }

  override async update(tx: Tx, loaded: Result, changed: Result, event: OutgoingEvent): Promise<void> {
    await saveWithEvents(tx, updateStatement(resultRow, toRow(changed), loaded.version), [event]);
  }
}

async function run(tx: Tx, { text, parameters }: Statement): Promise<void> {
  await tx.query(text, [...parameters]);
}

async function withLines(tx: Tx, row: ResultRow): Promise<Result> {
  const where = { resultId: row.resultId };
  return toResult(row, {
    scores: await tx.find(resultScoreRow, { where }),
    indicators: await tx.find(resultIndicatorRow, { where }),
    subjects: await tx.find(resultSubjectRow, { where }),
    corrections: await tx.find(resultCorrectionRow, { where }),
  });
}
