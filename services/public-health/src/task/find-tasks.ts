import { Injectable } from '@nestjs/common';
import { InstitutionTree, Transactions, visibleSql, type Tx } from '@yigongti/database';
import { businessDateOf, Clock, refuse, Refused, type BusinessDate, type Caller, type Uuid } from '@yigongti/kernel';
import { PeopleDirectory } from '../people/index.ts';
import { taskRefusals } from './domain/task-refusals.ts';
import type { Task } from './domain/task.ts';
import { taskView, type TaskView } from './task-view.ts';
import { TaskRepository } from './task.repository.ts';

export interface TaskFilter {
  readonly state?: string;
  readonly kind?: string;
  readonly institutionCode?: string;
  readonly residentId?: Uuid;
  /** Only tasks whose last day on time is not after it. */
  readonly dueTo?: BusinessDate;
  /** Day that lateness and the contract in force are told for; today when absent. */
  readonly asOf?: BusinessDate;
  readonly limit: number;
  /** Of the last task shown. */
  readonly after: { readonly due: BusinessDate; readonly taskId: Uuid } | null;
}

@Injectable()
export class FindTasks {
  constructor(
    private readonly transactions: Transactions,
    private readonly tasks: TaskRepository,
    private readonly people: PeopleDirectory,
    private readonly tree: InstitutionTree,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused `public-health.task.not-found`, also for another institution's task */
  one(taskId: Uuid, caller: Caller): Promise<TaskView> {
    return this.transactions.run(async (tx) => {
      const task = await this.tasks.read(tx, taskId);
      if (!task || !(await this.tree.sees(tx, caller, task.institutionCode))) throw new Refused([refuse(taskRefusals.notFound)]);
      const [view] = await this.#views(tx, [task], businessDateOf(this.clock.now()));
      return view!;
    });
  }

  /** The most urgent first; one more than `limit` when there is more. */
  list(filter: TaskFilter, caller: Caller): Promise<TaskView[]> {
    return this.transactions.run(async (tx) => {
      const tasks = await this.tasks.readAll(tx, await idsOf(tx, filter, caller));
      return this.#views(tx, tasks, filter.asOf ?? businessDateOf(this.clock.now()));
    });
  }

  async #views(tx: Tx, tasks: readonly Task[], asOf: BusinessDate): Promise<TaskView[]> {
    const residentIds = tasks.map(({ residentId }) => residentId);
    const care = await this.people.careOf(tx, residentIds, asOf);
    return tasks.map((task) => taskView(task, care.get(task.residentId)!, asOf));
  }
}

async function idsOf(tx: Tx, filter: TaskFilter, caller: Caller): Promise<Uuid[]> {
  const rows = await tx.query<{ task_id: Uuid }[]>(
    `select task_id from task
     where ${visibleSql(caller, 'institution_code', 1)}
       and ($2::text is null or institution_code = $2) and ($3::uuid is null or resident_id = $3)
       and ($4::text is null or state = $4) and ($5::text is null or kind = $5) and ($6::date is null or due <= $6)
       and ($7::date is null or (due, task_id) > ($7::date, $8::uuid))
     order by due, task_id limit $9`,
    [
      caller.institutionCode,
      filter.institutionCode ?? null,
      filter.residentId ?? null,
      filter.state ?? null,
      filter.kind ?? null,
      filter.dueTo ?? null,
      filter.after?.due ?? null,
      filter.after?.taskId ?? null,
      filter.limit + 1,
    ],
  );
  return rows.map((row) => row.task_id);
}
