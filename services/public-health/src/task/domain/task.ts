import { addDays, refuse, throwIfRefused, type BusinessDate, type Uuid } from '@yigongti/kernel';
import type { FollowUpClass, FollowUpRecord, ReferralReason } from './classify-follow-up.ts';
import type { ProgrammeCode } from './programme-terms.ts';
import { taskRefusals } from './task-refusals.ts';

export type TaskState = 'PLANNED' | 'OPEN' | 'DONE' | 'CANCELLED' | 'LOST' | 'REFUSED';
export type TaskKind = 'PROGRAMME_FOLLOW_UP' | 'REFERRAL_FOLLOW_UP';
export type CancelReason = 'DIED' | 'MOVED_OUT' | 'PROGRAMME_CLOSED' | 'MERGED' | 'REFERRAL_ENDED';

/** One contact that is to be made, as the schedule knows it before anybody works on it. */
export interface TaskPlan {
  readonly taskId: Uuid;
  readonly residentId: Uuid;
  readonly institutionCode: string;
  readonly kind: TaskKind;
  readonly programme: ProgrammeCode | null;
  readonly enrolmentId: Uuid | null;
  readonly referralId: Uuid | null;
  /** Its number among the tasks of one enrolment or referral, from 1. */
  readonly sequence: number;
  readonly windowStart: BusinessDate;
  /** Last day on time. */
  readonly due: BusinessDate;
  readonly ruleId: string;
  readonly ruleVersion: string;
  readonly causeEventId: Uuid | null;
}

export interface Task extends TaskPlan {
  readonly state: TaskState;
  readonly completedOn: BusinessDate | null;
  readonly practitionerCode: string | null;
  readonly record: FollowUpRecord | null;
  readonly classification: FollowUpClass | null;
  readonly controlled: boolean | null;
  /** Version of the county profile that the visit was judged by; `ruleVersion` is the one that planned it. */
  readonly classifiedBy: string | null;
  /** Why a referral is suggested; empty where none is. */
  readonly referralReasons: readonly ReferralReason[];
  readonly nextDue: BusinessDate | null;
  readonly cancelReason: CancelReason | null;
  /** The visit that closed it, where one visit closed several tasks. */
  readonly visitId: Uuid | null;
  /** 0 while it is only planned: it becomes an aggregate when its window opens. */
  readonly version: number;
}

/** A planned task: known to the schedule, not yet work. */
export function planTask(plan: TaskPlan): Task {
  return {
    ...plan,
    state: 'PLANNED',
    completedOn: null,
    practitionerCode: null,
    record: null,
    classification: null,
    controlled: null,
    classifiedBy: null,
    referralReasons: [],
    nextDue: null,
    cancelReason: null,
    visitId: null,
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

/** A fact of the resident's life ends what is not done yet. A planned task makes no event: nobody knew it. */
export function cancelTask(task: Task, reason: CancelReason): Task {
  return { ...task, state: 'CANCELLED', cancelReason: reason, version: task.state === 'OPEN' ? task.version + 1 : task.version };
}

/**
 * Another unit does what is not done yet. Its dates stay: the move is no reason to be seen later. A planned task makes no event, since
 * nobody knew it.
 */
export function handOver(task: Task, institutionCode: string): Task {
  return { ...task, institutionCode, version: task.state === 'OPEN' ? task.version + 1 : task.version };
}

/** Derived, never stored: open, and its last day on time has passed (care norm on the task engine). */
export function isOverdue({ state, due }: Pick<Task, 'state' | 'due'>, asOf: BusinessDate): boolean {
  return state === 'OPEN' && due < asOf;
}
