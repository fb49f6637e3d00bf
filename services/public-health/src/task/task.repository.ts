import type { Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { BusinessDate, Uuid } from '@yigongti/kernel';
import type { Task } from './domain/task.ts';

/** What a programme follow-up continues. */
export interface CourseOfCare {
  /** Diagnosis that the resident was enrolled with. */
  readonly diagnosisCode: string;
  /** Whether the earlier completed follow-ups were at target, the latest first. */
  readonly earlierControlled: readonly boolean[];
}

export abstract class TaskRepository {
  /** The task, locked for the rest of the transaction. */
  abstract find(tx: Tx, taskId: Uuid): Promise<Task | null>;

  /** The task as it is, without a lock. */
  abstract read(tx: Tx, taskId: Uuid): Promise<Task | null>;

  /** In order of `taskIds`. */
  abstract readAll(tx: Tx, taskIds: readonly Uuid[]): Promise<Task[]>;

  abstract courseOf(tx: Tx, enrolmentId: Uuid): Promise<CourseOfCare>;

  /** Planned tasks whose window has come, locked, at most `limit`. */
  abstract findToOpen(tx: Tx, asOf: BusinessDate, limit: number): Promise<Task[]>;

  /** Tasks of a resident that are planned or open, locked. */
  abstract findUndone(tx: Tx, residentId: Uuid): Promise<Task[]>;

  /**
   * Adds a task with its events, none while it is only planned. Returns false, and writes nothing, where its enrolment or referral has a
   * task of that sequence already.
   */
  abstract insertOnce(tx: Tx, task: Task, events: readonly OutgoingEvent[]): Promise<boolean>;

  /** Adds new tasks of one enrolment each, those that are open with their events, in the same order. */
  abstract insertAll(tx: Tx, planned: readonly Task[], opened: readonly Task[], events: readonly OutgoingEvent[]): Promise<void>;

  /** @throws StaleVersion when the row is not at the loaded version any more */
  abstract update(tx: Tx, loaded: Task, changed: Task, events: readonly OutgoingEvent[]): Promise<void>;

  /** Writes that planned tasks are open now, one event each. @throws StaleVersion unless all of them were planned */
  abstract openAll(tx: Tx, opened: readonly Task[], events: readonly OutgoingEvent[]): Promise<void>;
}
