import { Injectable } from '@nestjs/common';
import { InstitutionTree, Transactions, visibleSql } from '@yigongti/database';
import { businessDateOf, Clock, refuse, Refused, type BusinessDate, type Caller, type Uuid } from '@yigongti/kernel';
import { wordsOf } from '../explanation/index.ts';
import { PeopleDirectory } from '../people/index.ts';
import { requiredReadings, TaskRepository, taskView, type TaskView } from '../task/index.ts';
import { dayListRefusals } from './day-list-refusals.ts';
import type { DayList, ListedResident } from './day-list-view.ts';

export interface DayListQuery {
  readonly practitionerCode: string;
  /** Today when absent. */
  readonly on?: BusinessDate;
  readonly limit: number;
  /** Of the last resident shown. */
  readonly after: { readonly due: BusinessDate; readonly residentId: Uuid } | null;
}

interface Totals {
  readonly residents: number;
  readonly tasks: number;
  readonly overdue: number;
}

/** What a doctor has to do on a day, house by house (今日任务). */
@Injectable()
export class FindDayList {
  constructor(
    private readonly transactions: Transactions,
    private readonly tasks: TaskRepository,
    private readonly people: PeopleDirectory,
    private readonly tree: InstitutionTree,
    private readonly clock: Clock,
  ) {}

  /** The most urgent resident first. @throws Refused `public-health.day-list.doctor-not-found`, also for another institution's doctor */
  of({ practitionerCode, on = businessDateOf(this.clock.now()), limit, after }: DayListQuery, caller: Caller): Promise<DayList> {
    return this.transactions.run(async (tx) => {
      const institutionCode = await this.people.institutionOf(tx, practitionerCode);
      if (institutionCode === null || !(await this.tree.sees(tx, caller, institutionCode))) {
        throw new Refused([refuse(dayListRefusals.doctorNotFound)]);
      }
      const mine = mineSql(visibleSql(caller, 't.institution_code', 1));
      const of = [caller.institutionCode, practitionerCode, institutionCode, on];
      const [totals] = await tx.query<[Totals]>(
        `${mine} select count(distinct resident_id)::int as residents, count(*)::int as tasks,
           count(*) filter (where state = 'OPEN' and due < $4)::int as overdue from mine`,
        of,
      );
      const rows = await tx.query<{ taskIds: Uuid[] }[]>(
        `${mine} select array_agg(task_id order by due, task_id) as "taskIds" from mine group by resident_id
         having $5::date is null or (min(due), resident_id) > ($5::date, $6::uuid)
         order by min(due), resident_id limit $7`,
        [...of, after?.due ?? null, after?.residentId ?? null, limit + 1],
      );
      const taskIds = rows.flatMap((row) => row.taskIds);
      const tasks = await this.tasks.readAll(tx, taskIds);
      const residentIds = tasks.map(({ residentId }) => residentId);
      const care = await this.people.careOf(tx, residentIds, on);
      const views = new Map(tasks.map((task) => [task.taskId, taskView(task, care.get(task.residentId)!, on)]));
      const entries = rows.map((row) => houseOf(row.taskIds.map((taskId) => views.get(taskId)!)));
      return { practitionerCode, on, ...totals, entries };
    });
  }
}

/** $2 the doctor, $3 where he works, $4 the day. */
function mineSql(visible: string): string {
  const inForce = `c.starts_on <= $4 and c.ends_on >= $4 and (c.terminated_on is null or c.terminated_on > $4)`;
  return `with doctor as (select c.resident_id, c.leader_practitioner_code, c.institution_code from contract c where ${inForce}
      and (c.leader_practitioner_code = $2 or c.institution_code = $3)),
    mine as (select t.task_id, t.resident_id, t.due, t.state from task t left join doctor d using (resident_id)
      where t.state in ('OPEN', 'PLANNED') and t.window_start <= $4 and ${visible} and (
        d.leader_practitioner_code = $2
        or t.institution_code = $3 and (d.leader_practitioner_code is null or d.institution_code <> $3)))`;
}

function houseOf(tasks: readonly TaskView[]): ListedResident {
  const { residentId, due, teamCode, lastEncounterOn } = tasks[0]!;
  return {
    residentId,
    due,
    overdue: tasks.some(({ overdue }) => overdue),
    teamCode,
    lastEncounterOn,
    readings: [...new Set(tasks.flatMap(readingsFor))],
    tasks: tasks.map((task) => {
      const { titleZh, titleEn } = wordsOf(task.ruleId);
      return { ...task, reasonZh: titleZh, reasonEn: titleEn };
    }),
  };
}

function readingsFor({ kind, programme }: TaskView): readonly string[] {
  return kind === 'PROGRAMME_FOLLOW_UP' ? (requiredReadings[programme as keyof typeof requiredReadings] ?? []) : [];
}
