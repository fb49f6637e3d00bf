import { addDays, type BusinessDate, type Uuid } from '@yigongti/kernel';
import type { ProgrammeCode, ProgrammeTerms } from './programme-terms.ts';
import { windowOf, type Task, type TaskPlan } from './task.ts';

/** A task before it has an id and a cause. */
export type TaskStep = Omit<TaskPlan, 'taskId' | 'causeEventId'>;

export interface Enrolled {
  readonly enrolmentId: Uuid;
  readonly residentId: Uuid;
  readonly institutionCode: string;
  readonly enrolledOn: BusinessDate;
}

/** The first follow-up of a programme, due some days after enrolment. */
export function firstFollowUp(enrolled: Enrolled, terms: ProgrammeTerms): TaskStep {
  const { enrolmentId, residentId, institutionCode, enrolledOn } = enrolled;
  return {
    residentId,
    institutionCode,
    kind: 'PROGRAMME_FOLLOW_UP',
    programme: terms.programme,
    enrolmentId,
    referralId: null,
    sequence: 1,
    ...windowOf(addDays(enrolledOn, terms.firstFollowUpDays), terms.windowOpensDaysBefore, enrolledOn),
    ruleId: `${terms.programme}-FIRST`,
    ruleVersion: terms.ruleVersion,
  };
}

/** The follow-up after a completed one: what was found says when it is due. */
export function nextFollowUp(done: Task, terms: ProgrammeTerms): TaskStep {
  const { residentId, institutionCode, kind, programme, enrolmentId, referralId, sequence } = done;
  return {
    residentId,
    institutionCode,
    kind,
    programme,
    enrolmentId,
    referralId,
    sequence: sequence + 1,
    ...windowOf(done.nextDue!, terms.windowOpensDaysBefore, done.completedOn!),
    ruleId: `${terms.programme}-NEXT-${done.classification}`,
    ruleVersion: terms.ruleVersion,
  };
}

/** What a referral asks of the unit that the patient comes home to. */
export interface FollowUpOrder {
  readonly referralId: Uuid;
  readonly residentId: Uuid;
  readonly institutionCode: string;
  readonly programme: ProgrammeCode | null;
  readonly orderedOn: BusinessDate;
  readonly dueInDays: number;
}

/** The one follow-up of a referral: work from the day on which it was ordered. */
export function referralFollowUp(order: FollowUpOrder, ruleVersion: string): TaskStep {
  const { referralId, residentId, institutionCode, programme, orderedOn, dueInDays } = order;
  return {
    residentId,
    institutionCode,
    kind: 'REFERRAL_FOLLOW_UP',
    programme,
    enrolmentId: null,
    referralId,
    sequence: 1,
    windowStart: orderedOn,
    due: addDays(orderedOn, dueInDays),
    ruleId: 'REFERRAL-FOLLOW-UP',
    ruleVersion,
  };
}
