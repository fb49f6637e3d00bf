import { Injectable } from '@nestjs/common';
import { InstitutionTree, type Tx } from '@yigongti/database';
import {
  InvariantViolated,
  refuse,
  Refused,
  staleVersion,
  throwIfRefused,
  type BusinessDate,
  type Caller,
  type Refusal,
  type Uuid,
} from '@yigongti/kernel';
import { PeopleDirectory, type KnownCare, type KnownResident } from '../people/index.ts';
import { taskRefusals } from './domain/task-refusals.ts';
import type { Task } from './domain/task.ts';
import { TaskRepository, type CourseOfCare } from './task.repository.ts';

/** Everything that a visit is judged by, held for the rest of the transaction. */
export interface Grounds {
  readonly task: Task;
  readonly resident: KnownResident;
  readonly care: KnownCare;
  /** Null for a task of no programme. */
  readonly course: CourseOfCare | null;
  readonly practitionerEmployed: boolean;
}

/** One visit to one resident, with the tasks as the visitor has read them. */
export interface SharedVisit {
  readonly residentId: Uuid;
  readonly tasks: readonly { readonly taskId: Uuid; readonly version: number }[];
  readonly practitionerCode: string;
  readonly on: BusinessDate;
}

function foreignTo(residentId: Uuid, task: Task | null, index: number): Refusal[] {
  const pointer = `/tasks/${index}/taskId`;
  if (!task) return [refuse(taskRefusals.notFound, { pointer })];
  return task.residentId === residentId ? [] : [refuse(taskRefusals.otherResident, { pointer })];
}

function staleAt(version: number, task: Task, index: number): Refusal[] {
  const detail = { pointer: `/tasks/${index}/version`, parameters: { currentVersion: task.version } };
  return task.version === version ? [] : [refuse(staleVersion, detail)];
}

/** Finds what a visit is about in this service's own records. */
@Injectable()
export class VisitGrounds {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly people: PeopleDirectory,
    private readonly tree: InstitutionTree,
  ) {}

  /** @throws Refused `public-health.task.not-found`, also for another institution's task */
  async find(
    tx: Tx,
    visit: { readonly taskId: Uuid; readonly practitionerCode: string; readonly on: BusinessDate },
    caller: Caller,
  ): Promise<Grounds> {
    const residentId = await this.#residentOf(tx, visit.taskId, caller);
    // The resident before the task, as news of a death does: in the same order nobody waits for each other.
    const resident = await this.people.resident(tx, residentId);
    const task = await this.tasks.find(tx, visit.taskId);
    if (!resident || !task) {
      throw new InvariantViolated('public-health.task-without-resident', `task ${visit.taskId} is about nobody known`);
    }
    const care = await this.people.careOf(tx, [residentId], visit.on);
    return {
      task,
      resident,
      care: care.get(residentId)!,
      course: task.enrolmentId === null ? null : await this.tasks.courseOf(tx, task.enrolmentId),
      practitionerEmployed: await this.people.isEmployed(tx, visit.practitionerCode, visit.on),
    };
  }

  /**
   * The same for every task of one resident that a visit is about, in order of the request; tasks are held in one order, so that two visits
   * to the same house do not wait for each other.
   * @throws Refused with every task that is not there, is another resident's, or has changed since it was read
   */
  async findAll(tx: Tx, visit: SharedVisit, caller: Caller): Promise<Grounds[]> {
    const { residentId, tasks, practitionerCode, on } = visit;
    const seen: (Task | null)[] = [];
    for (const { taskId } of tasks) seen.push(await this.#visible(tx, taskId, caller));
    throwIfRefused(seen.flatMap((task, index) => foreignTo(residentId, task, index)));
    const found = new Map<Uuid, Grounds>();
    for (const taskId of tasks.map((named) => named.taskId).sort()) {
      found.set(taskId, await this.find(tx, { taskId, practitionerCode, on }, caller));
    }
    const grounds = tasks.map(({ taskId }) => found.get(taskId)!);
    throwIfRefused(grounds.flatMap(({ task }, index) => staleAt(tasks[index]!.version, task, index)));
    return grounds;
  }

  async #visible(tx: Tx, taskId: Uuid, caller: Caller): Promise<Task | null> {
    const task = await this.tasks.read(tx, taskId);
    return task && (await this.tree.sees(tx, caller, task.institutionCode)) ? task : null;
  }

  async #residentOf(tx: Tx, taskId: Uuid, caller: Caller): Promise<Uuid> {
    const task = await this.#visible(tx, taskId, caller);
    if (task) return task.residentId;
    throw new Refused([refuse(taskRefusals.notFound)]);
  }
}
