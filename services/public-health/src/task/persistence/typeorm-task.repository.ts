import { Injectable } from '@nestjs/common';
import { insertStatement, updateStatement, type Statement, type Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { BusinessDate, Uuid } from '@yigongti/kernel';
import { saveWithEvents, StaleVersion } from '@yigongti/messaging';
import { In, LessThanOrEqual } from 'typeorm';
import type { Task } from '../domain/task.ts';
import { TaskRepository } from '../task.repository.ts';
import { taskRow, type TaskRow } from './task.row.ts';

const lock = { mode: 'pessimistic_write' } as const;

@Injectable()
export class TypeormTaskRepository extends TaskRepository {
  override async find(tx: Tx, taskId: Uuid): Promise<Task | null> {
    const row = await tx.findOne(taskRow, { where: { taskId }, lock });
    return row && toTask(row);
  }

  override async earlierControlled(tx: Tx, enrolmentId: Uuid): Promise<boolean[]> {
    const rows = await tx.query<{ controlled: boolean }[]>(
      `select controlled from task where enrolment_id = $1 and state = 'DONE' and controlled is not null order by sequence desc`,
      [enrolmentId],
    );
    return rows.map((row) => row.controlled);
  }

  override async findToOpen(tx: Tx, asOf: BusinessDate, limit: number): Promise<Task[]> {
    const rows = await tx.find(taskRow, {
      where: { state: 'PLANNED', windowStart: LessThanOrEqual(asOf) },
      order: { windowStart: 'ASC', taskId: 'ASC' },
      take: limit,
      lock,
    });
    return rows.map(toTask);
  }

  override async findUndone(tx: Tx, residentId: Uuid): Promise<Task[]> {
    const rows = await tx.find(taskRow, { where: { residentId, state: In(['PLANNED', 'OPEN']) }, order: { taskId: 'ASC' }, lock });
    return rows.map(toTask);
  }

  override existsForReferral(tx: Tx, referralId: Uuid): Promise<boolean> {
    return tx.existsBy(taskRow, { referralId });
  }

  override insert(tx: Tx, task: Task, events: readonly OutgoingEvent[]): Promise<void> {
    return write(tx, insertStatement(taskRow, { ...task }), events);
  }

  override update(tx: Tx, loaded: Task, changed: Task, events: readonly OutgoingEvent[]): Promise<void> {
    return write(tx, updateStatement(taskRow, { ...changed }, loaded.version), events);
  }
}

/** A planned task has no event yet; everything else is saved with its own. */
async function write(tx: Tx, change: Statement, events: readonly OutgoingEvent[]): Promise<void> {
  if (events.length > 0) {
    await saveWithEvents(tx, change, events);
    return;
  }
  const changed = await tx.query<unknown[]>(`with change as (${change.text} returning 1) select * from change`, [...change.parameters]);
  if (changed.length === 0) throw new StaleVersion();
}

function toTask(row: TaskRow): Task {
  return row as Task;
}
