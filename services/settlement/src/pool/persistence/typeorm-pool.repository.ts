import { Injectable } from '@nestjs/common';
import { insertStatement, violatedConstraint, type Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import { refuse, Refused, type Uuid } from '@yigongti/kernel';
import { saveWithEvents } from '@yigongti/messaging';
import { And, Equal, In, MoreThan } from 'typeorm';
import { poolRefusals } from '../domain/pool-refusals.ts';
import type { Pool } from '../domain/pool.ts';
import { PoolRepository, type PoolFilter } from '../pool.repository.ts';
import { toPool, toRow } from './pool.mapper.ts';
import { poolRow } from './pool.row.ts';

@Injectable()
export class TypeormPoolRepository extends PoolRepository {
  override async find(tx: Tx, poolId: Uuid): Promise<Pool | null> {
    const row = await tx.findOne(poolRow, { where: { poolId } });
    return row ? toPool(row) : null;
  }

  override async hold(tx: Tx, poolId: Uuid): Promise<Pool | null> {
    const row = await tx.findOne(poolRow, { where: { poolId }, lock: { mode: 'pessimistic_write' } });
    return row ? toPool(row) : null;
  }

  override async list(tx: Tx, filter: PoolFilter, consortiumCodes: readonly string[] | null): Promise<Pool[]> {
    const { consortiumCode, insuranceType, year, after, limit } = filter;
    const conditions = [
      ...(consortiumCodes ? [In([...consortiumCodes])] : []),
      ...(consortiumCode ? [Equal(consortiumCode)] : []),
    ];
    const rows = await tx.find(poolRow, {
      where: {
        ...(conditions.length > 0 && { consortiumCode: And(...conditions) }),
        ...(insuranceType && { insuranceType }),
        ...(year && { year }),
        ...(after && { poolId: MoreThan(after) }),
      },
      order: { poolId: 'ASC' },
      take: limit + 1,
    });
    return rows.map(toPool);
  }

  override async insert(tx: Tx, pool: Pool, event: OutgoingEvent): Promise<void> {
    try {
      await saveWithEvents(tx, insertStatement(poolRow, toRow(pool)), [event]);
    } catch (error) {
      if (violatedConstraint(error) !== 'one_pool_a_year') throw error;
      throw new Refused([refuse(poolRefusals.alreadyOpen, { pointer: '/consortiumCode' })]);
    }
  }
}
