import { Injectable } from '@nestjs/common';
import { InstitutionTree, type Tx } from '@yigongti/database';
import { InvariantViolated, refuse, Refused, type BusinessDate, type Caller, type Uuid } from '@yigongti/kernel';
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

  async #residentOf(tx: Tx, taskId: Uuid, caller: Caller): Promise<Uuid> {
    const task = await this.tasks.read(tx, taskId);
    if (task && (await this.tree.sees(tx, caller, task.institutionCode))) return task.residentId;
    throw new Refused([refuse(taskRefusals.notFound)]);
  }
}
