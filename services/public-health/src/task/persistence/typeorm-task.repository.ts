import { Injectable } from '@nestjs/common';
import { insertManyStatement, insertStatement, updateStatement, type Statement, type Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import { InvariantViolated, type BusinessDate, type Uuid } from '@yigongti/kernel';
import { saveManyWithEvents, saveWithEvents, StaleVersion } from '@yigongti/messaging';
import { In, LessThanOrEqual } from 'typeorm';
import type { Task } from '../domain/task.ts';
import { TaskRepository, type CourseOfCare } from '../task.repository.ts';
import { taskRow, type TaskRow } from './task.row.ts';

const lock = { mode: 'pessimistic_write' } as const;

@Injectable()
export class TypeormTaskRepository extends TaskRepository {
  override async find(tx: Tx, taskId: Uuid): Promise<Task | null> {
    const row = await tx.findOne(taskRow, { where: { taskId }, lock });
    return row && toTask(row);
  }

  override async read(tx: Tx, taskId: Uuid): Promise<Task | null> {
    const row = await tx.findOne(taskRow, { where: { taskId } });
    return row && toTask(row);
  }

  override async readAll(tx: Tx, taskIds: readonly Uuid[]): Promise<Task[]> {
    const rows = await tx.find(taskRow, { where: { taskId: In([...taskIds]) } });
    const byId = new Map(rows.map((row) => [row.taskId, toTask(row)]));
    return taskIds.flatMap((taskId) => byId.get(taskId) ?? []);
  }

  override async courseOf(tx: Tx, enrolmentId: Uuid): Promise<CourseOfCare> {
    const [course] = await tx.query<CourseOfCare[]>(
      `select e.diagnosis_code as "diagnosisCode", array(
         select t.controlled from task t
         where t.enrolment_id = e.enrolment_id and t.state = 'DONE' and t.controlled is not null
         order by t.sequence desc) as "earlierControlled"
       from enrolment e where e.enrolment_id = $1`,
      [enrolmentId],
    );
    if (!course) throw new InvariantViolated('public-health.enrolment-missing', `a task names enrolment ${enrolmentId}`);
    return course;
  }

  override async findToOpen(tx: Tx, asOf: BusinessDate, limit: number): Promise<Task[]> {
    const where = { state: 'PLANNED', windowStart: LessThanOrEqual(asOf) };
    const rows = await tx.find(taskRow, { where, order: { taskId: 'ASC' }, take: limit, lock });
    return rows.map(toTask);
  }

  override async findUndone(tx: Tx, residentId: Uuid): Promise<Task[]> {
    const where = { residentId, state: In(['PLANNED', 'OPEN']) };
    const rows = await tx.find(taskRow, { where, order: { taskId: 'ASC' }, lock });
    return rows.map(toTask);
  }

  override async insertOnce(tx: Tx, task: Task, events: readonly OutgoingEvent[]): Promise<boolean> {
    const { text, parameters } = insertStatement(taskRow, toRow(task));
    const touched = await write(
      tx,
      { text: `${text}\non conflict on constraint one_task_per_step do nothing`, parameters },
      events,
    );
    return touched > 0;
  }

  override async insertAll(
    tx: Tx,
    planned: readonly Task[],
    opened: readonly Task[],
    events: readonly OutgoingEvent[],
  ): Promise<void> {
    if (opened.length > 0) await saveManyWithEvents(tx, insertManyStatement(taskRow, opened.map(toRow)), events);
    if (planned.length === 0) return;
    const { text, parameters } = insertManyStatement(taskRow, planned.map(toRow));
    await tx.query(text, [...parameters]);
  }

  override async update(tx: Tx, loaded: Task, changed: Task, events: readonly OutgoingEvent[]): Promise<void> {
    if ((await write(tx, updateStatement(taskRow, toRow(changed), loaded.version), events)) === 0) throw new StaleVersion();
  }

  override async openAll(tx: Tx, opened: readonly Task[], events: readonly OutgoingEvent[]): Promise<void> {
    const change: Statement = {
      text: `update task set state = 'OPEN', version = 1 where task_id = any($1) and state = 'PLANNED'`,
      parameters: [opened.map(({ taskId }) => taskId)],
    };
    await saveManyWithEvents(tx, change, events);
  }
}

/** Returns how many rows the change touched. A planned task has no event yet; everything else is saved with its own. */
async function write(tx: Tx, change: Statement, events: readonly OutgoingEvent[]): Promise<number> {
  if (events.length === 0) {
    const text = `with change as (${change.text} returning 1) select 1 from change`;
    return (await tx.query<unknown[]>(text, [...change.parameters])).length;
  }
  try {
    return await saveWithEvents(tx, change, events);
  } catch (error) {
    if (error instanceof StaleVersion) return 0;
    throw error;
  }
}

function toRow(task: Task): TaskRow {
  return { ...task, referralReasons: [...task.referralReasons] };
}

function toTask(row: TaskRow): Task {
  return row as Task;
}
