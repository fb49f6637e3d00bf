import type { Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { Uuid } from '@yigongti/kernel';
import type { Pool } from './domain/pool.ts';

export interface PoolFilter {
  readonly consortiumCode?: string;
  readonly insuranceType?: string;
  readonly year?: number;
  readonly limit: number;
  /** Id of the last pool shown. */
  readonly after: Uuid | null;
}

export abstract class PoolRepository {
  abstract find(tx: Tx, poolId: Uuid): Promise<Pool | null>;

  /** The same, held for the rest of the transaction, so that clearings of one pool queue. */
  abstract hold(tx: Tx, poolId: Uuid): Promise<Pool | null>;

  /** Of the given consortia only, or of all when null; one more than `limit` when there is more. */
  abstract list(tx: Tx, filter: PoolFilter, consortiumCodes: readonly string[] | null): Promise<Pool[]>;

  /** @throws Refused `already-open` */
  abstract insert(tx: Tx, pool: Pool, event: OutgoingEvent): Promise<void>;
}
