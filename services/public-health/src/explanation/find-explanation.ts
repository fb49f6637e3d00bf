import { Injectable } from '@nestjs/common';
import { InstitutionTree, Transactions, type Tx } from '@yigongti/database';
import {
  businessDateOf,
  Clock,
  Profile,
  refuse,
  Refused,
  type BusinessDate,
  type Caller,
  type ExplanationStep,
  type Uuid,
} from '@yigongti/kernel';
import { programmeTermsOn, sourcedFiguresOn, type PublicHealthProfile } from '../profile.ts';
import { taskRefusals, TaskRepository, type Task } from '../task/index.ts';
import {
  causeWords,
  explainDates,
  outlookOf,
  referralOutlook,
  type Anchor,
  type Cause,
  type Outlook,
} from './domain/explain-task.ts';
import { yearPlanOf, type YearPlan } from './domain/year-plan.ts';

/** Why a task exists and what comes next; plain JSON. */
export interface TaskExplanation {
  readonly taskId: Uuid;
  readonly residentId: Uuid;
  readonly state: string;
  readonly ruleId: string;
  readonly ruleVersion: string;
  readonly cause: Cause;
  /** How its dates came about. */
  readonly dates: readonly ExplanationStep[];
  /** What follows from each finding if it is done now; empty once it is done or cancelled. */
  readonly outlook: readonly Outlook[];
  /** The task that followed, once it is done. */
  readonly next: {
    readonly taskId: Uuid;
    readonly state: string;
    readonly windowStart: BusinessDate;
    readonly due: BusinessDate;
  } | null;
  readonly year: YearPlan | null;
}

/** The enrolment of a task with all that was ever planned for it, in order. */
interface Course {
  readonly enrolledOn: BusinessDate;
  readonly tasks: readonly Task[];
}

@Injectable()
export class FindExplanation {
  constructor(
    private readonly transactions: Transactions,
    private readonly tasks: TaskRepository,
    private readonly tree: InstitutionTree,
    private readonly profile: Profile<PublicHealthProfile>,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused `public-health.task.not-found`, also for another institution's task */
  of(taskId: Uuid, caller: Caller): Promise<TaskExplanation> {
    return this.transactions.run(async (tx) => {
      const task = await this.tasks.read(tx, taskId);
      if (!task || !(await this.tree.sees(tx, caller, task.institutionCode))) throw new Refused([refuse(taskRefusals.notFound)]);
      const course = task.enrolmentId === null ? null : await this.#courseOf(tx, task.enrolmentId);
      return this.#explain(task, course, businessDateOf(this.clock.now()));
    });
  }

  #explain(task: Task, course: Course | null, today: BusinessDate): TaskExplanation {
    const { taskId, residentId, state, ruleId, ruleVersion, programme } = task;
    const anchor = anchorOf(task, course);
    const figures = course && programme && anchor.on ? sourcedFiguresOn(this.profile, programme, anchor.on) : null;
    const next = course?.tasks.find(({ sequence }) => sequence === task.sequence + 1);
    const perYear = programme && this.profile.section.programmes[programme].followUpsPerYear.valueAt(today);
    const doneOn = course?.tasks.flatMap(({ completedOn }) => completedOn ?? []) ?? [];
    return {
      taskId,
      residentId,
      state,
      ruleId,
      ruleVersion,
      cause: causeWords(task, anchor),
      dates: explainDates(task, anchor, figures),
      outlook: this.#outlook(task, course, today),
      next: next ? { taskId: next.taskId, state: next.state, windowStart: next.windowStart, due: next.due } : null,
      year: course && perYear ? yearPlanOf({ enrolledOn: course.enrolledOn, perYear, doneOn }, today) : null,
    };
  }

  #outlook(task: Task, course: Course | null, today: BusinessDate): readonly Outlook[] {
    if (task.state !== 'OPEN' && task.state !== 'PLANNED') return [];
    if (!course || !task.programme) return [referralOutlook];
    const on = today < task.windowStart ? task.windowStart : today;
    const before = course.tasks.filter(({ sequence, controlled }) => sequence < task.sequence && controlled !== null);
    const uncontrolled = before.length - 1 - before.findLastIndex(({ controlled }) => controlled === true);
    return outlookOf(programmeTermsOn(this.profile, task.programme, on), on, uncontrolled);
  }

  async #courseOf(tx: Tx, enrolmentId: Uuid): Promise<Course> {
    const rows = await tx.query<{ taskId: Uuid; enrolledOn: BusinessDate }[]>(
      `select t.task_id as "taskId", e.enrolled_on as "enrolledOn" from task t join enrolment e using (enrolment_id)
       where e.enrolment_id = $1 order by t.sequence`,
      [enrolmentId],
    );
    const ids = rows.map(({ taskId }) => taskId);
    return { enrolledOn: rows[0]!.enrolledOn, tasks: await this.tasks.readAll(tx, ids) };
  }
}

function anchorOf({ sequence, referralId, enrolmentId, causeEventId }: Task, course: Course | null): Anchor {
  if (!course) return { kind: 'REFERRAL', id: referralId!, on: null, classification: null, causeEventId };
  const before = course.tasks.find((task) => task.sequence === sequence - 1);
  return before
    ? { kind: 'FOLLOW_UP', id: before.taskId, on: before.completedOn, classification: before.classification, causeEventId }
    : { kind: 'ENROLMENT', id: enrolmentId!, on: course.enrolledOn, classification: null, causeEventId };
}
