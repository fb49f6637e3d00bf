import { fenToJson } from '@yigongti/kernel';
import type { Pool } from '../domain/pool.ts';
import type { PoolRow } from './pool.row.ts';

export function toRow(pool: Pool): PoolRow {
  const months = pool.months.map(({ month, fundFen }) => ({ month, fundFen: fenToJson(fundFen) }));
  return { ...pool, months, explanation: [...pool.explanation] };
}

export function toPool(row: PoolRow): Pool {
  const months = row.months.map(({ month, fundFen }) => ({ month, fundFen: BigInt(fundFen) }));
  return { ...row, insuranceType: row.insuranceType as Pool['insuranceType'], months };
}
