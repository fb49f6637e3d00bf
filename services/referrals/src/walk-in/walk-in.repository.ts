import type { Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { Uuid } from '@yigongti/kernel';
import type { WalkIn } from './domain/walk-in.ts';

/** A place to wait, and who would wait there. */
export interface Place {
  readonly institutionCode: string;
  readonly departmentCode: string;
  readonly residentId: Uuid;
}

export abstract class WalkInRepository {
  /** The entry, locked for the rest of the transaction. */
  abstract lock(tx: Tx, walkInId: Uuid): Promise<WalkIn | null>;

  abstract read(tx: Tx, walkInId: Uuid): Promise<WalkIn | null>;

  /** Holds the person's entries for the rest of the transaction, so that of two at once the second sees the first. */
  abstract waits(tx: Tx, place: Place): Promise<boolean>;

  abstract insert(tx: Tx, walkIn: WalkIn, event: OutgoingEvent): Promise<void>;

  /** @throws StaleVersion when the row is not at the loaded version any more */
  abstract update(tx: Tx, loaded: WalkIn, changed: WalkIn, event: OutgoingEvent): Promise<void>;
}
