import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { lastDayOf, Profile, refuse, Refused, type Fen, type Month, type Uuid } from '@yigongti/kernel';
import { FrozenResults, type FrozenResult } from '../assessment-result/index.ts';
import { PoolRepository, type Pool } from '../pool/index.ts';
import type { SettlementProfile } from '../profile.ts';
import { runRefusals } from './domain/run-refusals.ts';

/** What a month is cleared from. */
export interface ClearingSource {
  readonly pool: Pool;
  readonly fundFen: Fen;
  readonly result: FrozenResult;
}

interface Named {
  readonly poolId: Uuid;
  readonly month: Month;
  readonly assessmentResultId?: Uuid;
}

/** Finds pool, fund and frozen result of a month, and refuses what is not there. Holds the pool, so that its clearings queue. */
@Injectable()
export class ClearingSources {
  constructor(
    private readonly pools: PoolRepository,
    private readonly results: FrozenResults,
    private readonly profile: Profile<SettlementProfile>,
  ) {}

  async find(tx: Tx, { poolId, month, assessmentResultId }: Named): Promise<ClearingSource> {
    const pool = await this.pools.hold(tx, poolId);
    if (!pool) throw new Refused([refuse(runRefusals.poolUnknown, { pointer: '/poolId' })]);
    const planned = pool.months.find((candidate) => candidate.month === month);
    if (!planned)
      throw new Refused([refuse(runRefusals.monthOutsidePool, { pointer: '/month', parameters: { year: pool.year } })]);
    if (this.profile.section.assessmentEffect.valueAt(lastDayOf(month)) !== 'SAME_MONTH') {
      throw new Refused([refuse(runRefusals.monthDoesNotDecide, { pointer: '/month' })]);
    }
    const result = await this.results.of(tx, month, assessmentResultId ?? null);
    if (!result) {
      const pointer = assessmentResultId ? '/assessmentResultId' : '/month';
      throw new Refused([refuse(runRefusals.assessmentNotFrozen, { pointer, parameters: { month } })]);
    }
    return { pool, fundFen: planned.fundFen, result };
  }
}
