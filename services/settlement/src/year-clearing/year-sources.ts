import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { lastDayOf, Profile, refuse, Refused, type BusinessDate, type Month, type Uuid } from '@yigongti/kernel';
import { FrozenResults, type FrozenResult } from '../assessment-result/index.ts';
import { PoolRepository, type Pool } from '../pool/index.ts';
import type { SettlementProfile } from '../profile.ts';
import type { YearAssessment } from './domain/year.ts';
import { yearRefusals } from './domain/year-refusals.ts';

/** What a year is cleared from besides its bookings and months. */
export interface YearSource {
  readonly pool: Pool;
  readonly assessment: YearAssessment;
  /** The frozen result of the year, where it decides. */
  readonly result: FrozenResult | null;
}

interface Named {
  readonly poolId: Uuid;
  readonly assessmentResultId?: Uuid;
  readonly on: BusinessDate;
}

/** Finds pool and assessment of a year, and refuses what is not there. Holds the pool, so that its clearings and intakes queue. */
@Injectable()
export class YearSources {
  constructor(
    private readonly pools: PoolRepository,
    private readonly results: FrozenResults,
    private readonly profile: Profile<SettlementProfile>,
  ) {}

  async find(tx: Tx, { poolId, assessmentResultId, on }: Named): Promise<YearSource> {
    const pool = await this.pools.hold(tx, poolId);
    if (!pool) throw new Refused([refuse(yearRefusals.poolUnknown, { pointer: '/poolId' })]);
    const lastDay = `${pool.year}-12-31`;
    if (on < lastDay) throw new Refused([refuse(yearRefusals.yearNotOver, { pointer: '/poolId', parameters: { lastDay } })]);
    const assessment = this.profile.section.yearAssessment.valueAt(lastDay);
    if (assessment.by === 'YEAR_RESULT') {
      return { pool, assessment, result: await this.#frozen(tx, pool, assessmentResultId) };
    }
    if (assessmentResultId) throw new Refused([refuse(yearRefusals.resultDoesNotDecide, { pointer: '/assessmentResultId' })]);
    return { pool, assessment, result: null };
  }

  /** Where no assessment decides a month, the county clears none: such a month is never open. */
  clearsByMonth(month: Month): boolean {
    return this.profile.section.assessmentEffect.valueAt(lastDayOf(month)) === 'SAME_MONTH';
  }

  async #frozen(tx: Tx, { year }: Pool, resultId: Uuid | undefined): Promise<FrozenResult> {
    const result = await this.results.of(tx, String(year), resultId ?? null);
    if (result) return result;
    const pointer = resultId ? '/assessmentResultId' : '/poolId';
    throw new Refused([refuse(yearRefusals.assessmentNotFrozen, { pointer, parameters: { year } })]);
  }
}
