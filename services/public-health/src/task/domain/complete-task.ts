import { ageAt, refuse, throwIfRefused, type BusinessDate, type Refusal } from '@yigongti/kernel';
import { classifyFollowUp, type FollowUpRecord } from './classify-follow-up.ts';
import type { ProgrammeTerms } from './programme-terms.ts';
import { missingReadings, unknownSigns } from './readings.ts';
import { taskRefusals } from './task-refusals.ts';
import type { Task } from './task.ts';

/** A follow-up as it was made, with what it is judged by. */
export interface Visit {
  readonly on: BusinessDate;
  /** Day on which it is told: late is normal in villages, ahead is not. */
  readonly reportedOn: BusinessDate;
  readonly practitionerCode: string;
  readonly practitionerEmployed: boolean;
  readonly record: FollowUpRecord;
  readonly birthDate: BusinessDate;
  /** Whether the earlier follow-ups of the enrolment were at target, the latest first. */
  readonly earlierControlled: readonly boolean[];
}

type VisitRule = (task: Task, visit: Visit, terms: ProgrammeTerms | null) => readonly Refusal[];

const notBeforeItsWindow: VisitRule = ({ windowStart }, { on }) =>
  on < windowStart ? [refuse(taskRefusals.tooEarly, { pointer: '/completedOn', parameters: { windowStart } })] : [];

const notAheadOfItsReport: VisitRule = (_, { on, reportedOn }) =>
  on > reportedOn ? [refuse(taskRefusals.visitAhead, { pointer: '/completedOn', parameters: { reportedOn } })] : [];

const madeBySomebodyEmployed: VisitRule = (_, { practitionerEmployed }) =>
  practitionerEmployed ? [] : [refuse(taskRefusals.practitionerNotEmployed, { pointer: '/practitionerCode' })];

/** A follow-up after a referral looks after a patient, not after a programme: it asks for no reading. */
const withTheReadingsOfItsProgramme: VisitRule = (_, { record }, terms) =>
  terms ? [...missingReadings(terms.programme, record.readings), ...unknownSigns(record.readings, terms.knownSigns)] : [];

/** All reasons why a visit does not close a task come back at once, in this order. */
const visitRules: readonly VisitRule[] = [
  notBeforeItsWindow,
  notAheadOfItsReport,
  madeBySomebodyEmployed,
  withTheReadingsOfItsProgramme,
];

/** Why a visit does not close a task; empty where it does. */
export function visitRefusals(task: Task, visit: Visit, terms: ProgrammeTerms | null): Refusal[] {
  return task.state === 'OPEN'
    ? visitRules.flatMap((rule) => rule(task, visit, terms))
    : [refuse(taskRefusals.notOpen, { parameters: { state: task.state } })];
}

/**
 * Closes an open task with what was found. `terms` are the programme's on the day of the visit, null for a task of no programme. A
 * suggestion to refer is an event of its own, so that it takes a second version.
 * @throws Refused with all reasons
 */
export function completeTask(task: Task, visit: Visit, terms: ProgrammeTerms | null): Task {
  throwIfRefused(visitRefusals(task, visit, terms));
  const { on, practitionerCode, record, birthDate, earlierControlled } = visit;
  const result = terms && classifyFollowUp({ ...record, on, age: ageAt(birthDate, on), earlierControlled }, terms);
  const referralReasons = result?.referralReasons ?? [];
  return {
    ...task,
    state: 'DONE',
    completedOn: on,
    practitionerCode,
    record,
    classification: result?.classification ?? null,
    controlled: result?.controlled ?? null,
    classifiedBy: terms?.ruleVersion ?? null,
    referralReasons,
    nextDue: result?.nextDue ?? null,
    version: task.version + (referralReasons.length > 0 ? 2 : 1),
  };
}
