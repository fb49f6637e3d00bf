import type { Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { Uuid } from '@yigongti/kernel';
import type { Capacity, HoldState } from './domain/capacity.ts';

export abstract class CapacityRepository {
  /** The capacity, locked for the rest of the transaction: of two acceptances of its last bed one waits and finds it taken. */
  abstract lock(tx: Tx, capacityId: Uuid): Promise<Capacity | null>;

  /** In the order of the ids given. */
  abstract readAll(tx: Tx, capacityIds: readonly Uuid[]): Promise<Capacity[]>;

  abstract insert(tx: Tx, capacity: Capacity, event: OutgoingEvent): Promise<void>;

  /** @throws StaleVersion when the row is not at the loaded version any more */
  abstract update(tx: Tx, loaded: Capacity, changed: Capacity, event: OutgoingEvent): Promise<void>;

  /** Who holds what; a referral holds one bed or slot in its life. */
  abstract setHold(tx: Tx, referralId: Uuid, capacityId: Uuid, state: HoldState): Promise<void>;
}
