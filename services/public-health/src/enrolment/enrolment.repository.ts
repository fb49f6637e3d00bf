import type { Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { Uuid } from '@yigongti/kernel';
import type { Enrolment } from './domain/enrolment.ts';

export abstract class EnrolmentRepository {
  /** The enrolment as it is, without a lock. */
  abstract read(tx: Tx, enrolmentId: Uuid): Promise<Enrolment | null>;

  /** In order of their ids. */
  abstract readAll(tx: Tx, enrolmentIds: readonly Uuid[]): Promise<Enrolment[]>;

  /** Open enrolments of a resident, locked. */
  abstract findOpenOf(tx: Tx, residentId: Uuid): Promise<Enrolment[]>;

  /** Open enrolments of residents, not locked. */
  abstract readOpenAmong(tx: Tx, residentIds: readonly Uuid[]): Promise<Enrolment[]>;

  /** Many at once, one event each; fails as a whole where somebody is in the programme's care. */
  abstract insertAll(tx: Tx, enrolments: readonly Enrolment[], events: readonly OutgoingEvent[]): Promise<void>;

  /** @throws Refused `already-enrolled` when the resident is in the programme's care */
  abstract insert(tx: Tx, enrolment: Enrolment, event: OutgoingEvent): Promise<void>;

  /** @throws StaleVersion when the row is not at the loaded version any more */
  abstract update(tx: Tx, loaded: Enrolment, changed: Enrolment, event: OutgoingEvent): Promise<void>;
}
