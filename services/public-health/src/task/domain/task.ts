import { addDays, refuse, throwIfRefused, type BusinessDate, type Refusal, type Uuid } from '@yigongti/kernel';
import type { FollowUpClass } from './classify-follow-up.ts';
import type { ProgrammeCode } from './programme-terms.ts';
import { taskRefusals } from './task-refusals.ts';

export type TaskState = 'PLANNED' | 'OPEN' | 'DONE' | 'CANCELLED' | 'LOST' | 'REFUSED';
export type TaskKind = 'PROGRAMME_FOLLOW_UP' | 'REFERRAL_FOLLOW_UP';
export type CancelReason = 'DIED' | 'MOVED_OUT' | 'PROGRAMME_CLOSED' | 'MERGED';

export interface Task {
  readonly taskId: Uuid;
  readonly residentId: Uuid;
  readonly institutionCode: string;
  readonly kind: TaskKind;
  readonly programme: ProgrammeCode | null;
  readonly enrolmentId: Uuid | null;
  readonly referralId: Uuid | null;
  /** Its number among the tasks of one enrolment or referral, from 1. */
  readonly sequence: number;
  readonly state: TaskState;
  readonly windowStart: BusinessDate;
  /** Last day on time. */
  readonly due: BusinessDate;
  readonly ruleId: string;
  readonly ruleVersion: string;
  readonly causeEventId: Uuid | null;
  readonly completedOn: BusinessDate | null;
  readonly practitionerCode: string | null;
  readonly classification: FollowUpClass | null;
  readonly controlled: boolean | null;
  readonly nextDue: BusinessDate | null;
  readonly cancelReason: CancelReason | null;
  /** 0 while it is only planned: it becomes an aggregate when its window opens. */
  readonly version: number;
}

export type TaskPlan = Pick<
  Task,
  | 'taskId'
  | 'residentId'
  | 'institutionCode'
  | 'kind'
  | 'programme'
  | 'enrolmentId'
  | 'referralId'
  | 'sequence'
  | 'windowStart'
  | 'due'
  | 'ruleId'
  | 'ruleVersion'
  | 'causeEventId'
>;

/** A planned task: known to the schedule, not yet work. */
export function planTask(plan: TaskPlan): Task {
  return {
    ...plan,
    state: 'PLANNED',
    completedOn: null,
    practitionerCode: null,
    classification: null,
    controlled: null,
    nextDue: null,
    cancelReason: null,
    version: 0,
  };
}

/** Window of a follow-up: it may be done some days early, never before `notBefore`. */
export function windowOf(
  due: BusinessDate,
  opensDaysBefore: number,
  notBefore: BusinessDate,
): { windowStart: BusinessDate; due: BusinessDate } {
  const windowStart = addDays(due, -opensDaysBefore);
  return { windowStart: windowStart < notBefore ? notBefore : windowStart, due };
}

/** Opens a planned task whose window has come. */
export function openTask(task: Task, on: BusinessDate): Task {
  throwIfRefused([
    task.state === 'PLANNED' ? null : refuse(taskRefusals.notOpen, { parameters: { state: task.state } }),
    on < task.windowStart ? refuse(taskRefusals.tooEarly, { parameters: { windowStart: task.windowStart } }) : null,
  ]);
  return { ...task, state: 'OPEN', version: 1 };
}

export interface Completion {
  readonly on: BusinessDate;
  readonly practitionerCode: string;
  readonly practitionerEmployed: boolean;
  readonly classification: FollowUpClass | null;
  readonly controlled: boolean | null;
  readonly nextDue: BusinessDate | null;
}

/** Reasons why a task cannot be completed so, in order of precedence. */
export function completionRefusals(task: Task, completion: Pick<Completion, 'on' | 'practitionerEmployed'>): Refusal[] {
  if (task.state !== 'OPEN') return [refuse(taskRefusals.notOpen, { parameters: { state: task.state } })];
  return [
    ...(completion.on < task.windowStart
      ? [refuse(taskRefusals.tooEarly, { pointer: '/completedOn', parameters: { windowStart: task.windowStart } })]
      : []),
    ...(completion.practitionerEmployed ? [] : [refuse(taskRefusals.practitionerNotEmployed, { pointer: '/practitionerCode' })]),
  ];
}

/**
 * Closes the task with what was found. `events` is how many events the closing makes: a suggestion to refer is one of its own.
 * @throws Refused with all reasons
 */
export function completeTask(task: Task, completion: Completion, events: number): Task {
  throwIfRefused(completionRefusals(task, completion));
  return {
    ...task,
    state: 'DONE',
    completedOn: completion.on,
    practitionerCode: completion.practitionerCode,
    classification: completion.classification,
    controlled: completion.controlled,
    nextDue: completion.nextDue,
    version: task.version + events,
  };
}

/** A fact of the resident's life ends what is not done yet. A planned task makes no event: nobody knew it. */
export function cancelTask(task: Task, reason: CancelReason): Task {
  return { ...task, state: 'CANCELLED', cancelReason: reason, version: task.state === 'OPEN' ? task.version + 1 : task.version };
}
