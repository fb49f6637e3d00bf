import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { Uuid } from '@yigongti/kernel';
import { PendingAppeals } from '../../result/index.ts';

@Injectable()
export class SqlPendingAppeals extends PendingAppeals {
  override async against(tx: Tx, resultId: Uuid): Promise<{ openAppeals: number; upheldAppeals: number }> {
    const [row] = await tx.query<[{ openAppeals: number; upheldAppeals: number }]>(
      `select count(*) filter (where state = 'SUBMITTED')::int as "openAppeals",
         count(*) filter (where state = 'UPHELD')::int as "upheldAppeals" from appeal where result_id = $1`,
      [resultId],
    );
    return row;
  }
}
