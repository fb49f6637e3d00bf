import type { Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { BusinessDate, Uuid } from '@yigongti/kernel';
import type { Task } from './domain/task.ts';

export abstract class TaskRepository {
  /** The task, locked for the rest of the transaction. */
  abstract find(tx: Tx, taskId: Uuid): Promise<Task | null>;

  /** Whether the earlier completed follow-ups of an enrolment were at target, the latest first. */
  abstract earlierControlled(tx: Tx, enrolmentId: Uuid): Promise<boolean[]>;

  /** Planned tasks whose window has come, locked, at most `limit`. */
  abstract findToOpen(tx: Tx, asOf: BusinessDate, limit: number): Promise<Task[]>;

  /** Tasks of a resident that are planned or open, locked. */
  abstract findUndone(tx: Tx, residentId: Uuid): Promise<Task[]>;

  abstract existsForReferral(tx: Tx, referralId: Uuid): Promise<boolean>;

  /** Without an event while it is only planned. */
  abstract insert(tx: Tx, task: Task, events: readonly OutgoingEvent[]): Promise<void>;

  /** @throws StaleVersion when the row is not at the loaded version any more */
  abstract update(tx: Tx, loaded: Task, changed: Task, events: readonly OutgoingEvent[]): Promise<void>;
}
