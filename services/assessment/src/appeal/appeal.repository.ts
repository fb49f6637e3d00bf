import type { Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { Caller, Uuid } from '@yigongti/kernel';
import type { AppealState } from './domain/appeal-codes.ts';
import type { Appeal } from './domain/appeal.ts';

export interface AppealFilter {
  readonly resultId?: Uuid;
  readonly institutionCode?: string;
  readonly state?: AppealState;
  readonly limit: number;
  /** Id of the last appeal shown. */
  readonly after: Uuid | null;
}

export abstract class AppealRepository {
  /** Locked for the rest of the transaction; null also for what the caller does not see. */
  abstract find(tx: Tx, appealId: Uuid, caller: Caller): Promise<Appeal | null>;

  /** In order of submission, only what the caller sees; one more than `limit` when there is more. */
  abstract list(tx: Tx, filter: AppealFilter, caller: Caller): Promise<Appeal[]>;

  /** All that were not withdrawn, by institution and indicator. */
  abstract against(tx: Tx, resultId: Uuid): Promise<Appeal[]>;

  abstract insert(tx: Tx, appeal: Appeal, event: OutgoingEvent): Promise<void>;

  /** @throws StaleVersion when the row is not at the loaded version any more */
  abstract update(tx: Tx, loaded: Appeal, changed: Appeal, event: OutgoingEvent): Promise<void>;
}
