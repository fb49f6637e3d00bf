import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import { businessDateOf, Ids, type BusinessDate, type Uuid } from '@yigongti/kernel';
import type { TaskStep } from './domain/schedule.ts';
import { cancelTask, handOver, openTask, planTask, type CancelReason, type Task } from './domain/task.ts';
import { cancelledEvent, completedEvent, handedOverEvent, openedEvent, suggestedEvent, type Moment } from './task-events.ts';
import { TaskRepository } from './task.repository.ts';

/** A step that nothing can have planned before, and the moment that made it. */
export type FirstStep = TaskStep & { readonly causeEventId: Uuid | null; readonly moment: Moment };

/** Enters what becomes of tasks, each change with its events (随访台账). */
@Injectable()
export class TaskBook {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly ids: Ids,
  ) {}

  /** Plans a step, once whatever is replayed, and opens it at once when its window has come. */
  async plan(tx: Tx, step: TaskStep & { readonly causeEventId: Uuid | null }, moment: Moment): Promise<void> {
    const planned = planTask({ ...step, taskId: this.ids.next() });
    const today = businessDateOf(moment.occurredAt);
    if (today < planned.windowStart) {
      await this.tasks.insertOnce(tx, planned, []);
      return;
    }
    const open = openTask(planned, today);
    await this.tasks.insertOnce(tx, open, [openedEvent(open, moment, this.ids.next())]);
  }

  /** Plans the first steps of new enrolments, many at once; none of them can be there already. */
  async planAll(tx: Tx, steps: readonly FirstStep[]): Promise<void> {
    const planned: Task[] = [];
    const opened: Task[] = [];
    const events: OutgoingEvent[] = [];
    for (const { moment, ...step } of steps) {
      const task = planTask({ ...step, taskId: this.ids.next() });
      const today = businessDateOf(moment.occurredAt);
      if (today < task.windowStart) {
        planned.push(task);
        continue;
      }
      const open = openTask(task, today);
      opened.push(open);
      events.push(openedEvent(open, moment, this.ids.next()));
    }
    await this.tasks.insertAll(tx, planned, opened, events);
  }

  async open(tx: Tx, planned: readonly Task[], on: BusinessDate, moment: Moment): Promise<void> {
    const opened = planned.map((task) => openTask(task, on));
    const events = opened.map((task) => openedEvent(task, moment, this.ids.next()));
    await this.tasks.openAll(tx, opened, events);
  }

  /** `diagnosisCode` is what the resident is in care for. Returns the id of the event that tells of the completion. */
  async complete(
    tx: Tx,
    change: { readonly loaded: Task; readonly done: Task; readonly diagnosisCodes: readonly string[] },
    moment: Moment,
  ): Promise<Uuid> {
    const { loaded, done, diagnosisCodes } = change;
    const eventId = this.ids.next();
    const completed = completedEvent(done, moment, eventId);
    const suggestion = { task: done, diagnosisCodes };
    const suggested = done.referralReasons.length > 0 ? [suggestedEvent(suggestion, moment, this.ids.next())] : [];
    await this.tasks.update(tx, loaded, done, [completed, ...suggested]);
    return eventId;
  }

  /** Gives what is not done yet to another unit. */
  async handOver(tx: Tx, { loaded, institutionCode }: { loaded: Task; institutionCode: string }, moment: Moment): Promise<void> {
    const task = handOver(loaded, institutionCode);
    const handed = { task, fromInstitutionCode: loaded.institutionCode };
    const wasKnown = loaded.state === 'OPEN';
    await this.tasks.update(tx, loaded, task, wasKnown ? [handedOverEvent(handed, moment, this.ids.next())] : []);
  }

  async cancel(tx: Tx, loaded: Task, reason: CancelReason, moment: Moment): Promise<void> {
    const cancelled = cancelTask(loaded, reason);
    const wasKnown = loaded.state === 'OPEN';
    await this.tasks.update(tx, loaded, cancelled, wasKnown ? [cancelledEvent(cancelled, moment, this.ids.next())] : []);
  }
}
