import { Injectable } from '@nestjs/common';
import { insertStatement, type Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { Month, Uuid } from '@yigongti/kernel';
import { saveWithEvents } from '@yigongti/messaging';
import { In } from 'typeorm';
import type { ClearedMonth, YearClearing, YearStatement } from '../domain/year.ts';
import {
  YearRepository,
  type PoolYear,
  type StatementMonth,
  type StoredYear,
  type YearAllocation,
  type YearFilter,
} from '../year.repository.ts';
import { yearRow } from './year.row.ts';
import {
  allocateYearSql,
  bookedDigestSql,
  openMonthsSql,
  statementMonthsSql,
  yearContextSql,
  yearStatementsSql,
} from './year.sql.ts';

type Context = Omit<StoredYear, 'clearing'> & { readonly yearClearingId: Uuid };

@Injectable()
export class TypeormYearRepository extends YearRepository {
  override async find(tx: Tx, yearClearingId: Uuid): Promise<StoredYear | null> {
    const contexts = await tx.query<Context[]>(`${yearContextSql} where y.year_clearing_id = $1`, [yearClearingId]);
    const [stored = null] = await this.#stored(tx, contexts);
    return stored;
  }

  override async list(tx: Tx, filter: YearFilter, consortiumCodes: readonly string[] | null): Promise<StoredYear[]> {
    const contexts = await tx.query<Context[]>(
      `${yearContextSql} where ($1::text[] is null or p.consortium_code = any($1)) and ($2::uuid is null or y.pool_id = $2)
         and ($3::int is null or y.year = $3) and ($4::uuid is null or y.year_clearing_id > $4)
       order by y.year_clearing_id limit $5`,
      [consortiumCodes, filter.poolId ?? null, filter.year ?? null, filter.after, filter.limit + 1],
    );
    return this.#stored(tx, contexts);
  }

  async #stored(tx: Tx, contexts: readonly Context[]): Promise<StoredYear[]> {
    const rows = await tx.find(yearRow, { where: { yearClearingId: In(contexts.map((one) => one.yearClearingId)) } });
    const byId = new Map(rows.map((row) => [row.yearClearingId, row]));
    return contexts.map(({ yearClearingId, ...named }) => ({ clearing: byId.get(yearClearingId)!, ...named }));
  }

  override ofPool(tx: Tx, poolId: Uuid): Promise<YearClearing | null> {
    return tx.findOne(yearRow, { where: { poolId } });
  }

  override clearedMonths(tx: Tx, poolId: Uuid): Promise<ClearedMonth[]> {
    return tx.query<ClearedMonth[]>('select month, run_id as "runId", digest from run where pool_id = $1 order by month', [
      poolId,
    ]);
  }

  override async openMonths(tx: Tx, scope: PoolYear): Promise<Month[]> {
    const rows = await tx.query<{ month: Month }[]>(openMonthsSql, [...parametersOf(scope), scope.poolId]);
    return rows.map(({ month }) => month);
  }

  override async bookedDigest(tx: Tx, scope: PoolYear): Promise<string> {
    const [row] = await tx.query<[{ digest: string }]>(bookedDigestSql, parametersOf(scope));
    return row.digest;
  }

  override async allocate(tx: Tx, allocation: YearAllocation): Promise<YearStatement[]> {
    const { yearClearingId, scope, fundFen, assessment, resultId } = allocation;
    const { by, decimalPlaces } = assessment;
    const further = [scope.poolId, yearClearingId, fundFen.toString(), by, decimalPlaces, resultId];
    await tx.query(allocateYearSql, [...parametersOf(scope), ...further]);
    return this.statements(tx, yearClearingId);
  }

  override async insert(tx: Tx, clearing: YearClearing, event: OutgoingEvent): Promise<void> {
    await saveWithEvents(tx, insertStatement(yearRow, clearing), [event]);
  }

  override statements(tx: Tx, yearClearingId: Uuid): Promise<YearStatement[]> {
    return tx.query<YearStatement[]>(yearStatementsSql, [yearClearingId]);
  }

  override monthsOf(tx: Tx, poolId: Uuid, institutionCode: string): Promise<StatementMonth[]> {
    return tx.query<StatementMonth[]>(statementMonthsSql, [poolId, institutionCode]);
  }
}

function parametersOf({ consortiumCode, insuranceType, year }: PoolYear): string[] {
  return [consortiumCode, insuranceType, String(year)];
}
