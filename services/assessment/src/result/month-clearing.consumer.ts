import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, IncomingEvent, monthCleared } from '@yigongti/events';

/** Keeps what a result decided: whoever would re-open its period must know which money was paid by it. */
@Injectable()
export class MonthClearings {
  async on(tx: Tx, { data }: IncomingEvent<DataOf<typeof monthCleared>>): Promise<void> {
    await tx.query(
      `insert into month_clearing (run_id, result_id, pool_id, month) values ($1, $2, $3, $4) on conflict (run_id) do nothing`,
      [data.runId, data.assessmentResultId, data.poolId, data.month],
    );
  }
}
