import type { Tx } from '@yigongti/database';
import type { Uuid } from '@yigongti/kernel';

/** Port: appeals that stand in the way of a result; kept by whoever decides them. */
export abstract class PendingAppeals {
  abstract against(tx: Tx, resultId: Uuid): Promise<{ readonly openAppeals: number; readonly upheldAppeals: number }>;
}
