import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { Uuid } from '@yigongti/kernel';
import { FrozenResults, type FrozenResult } from '../frozen-results.ts';

@Injectable()
export class TypeormFrozenResults extends FrozenResults {
  override async of(tx: Tx, period: string, resultId: Uuid | null): Promise<FrozenResult | null> {
    const [row] = await tx.query<FrozenResult[]>(
      `select result_id as "resultId", period, result_version as "resultVersion" from frozen_result
       where period = $1 and ($2::uuid is null or result_id = $2) order by result_version desc, result_id desc limit 1`,
      [period, resultId],
    );
    return row ?? null;
  }
}
