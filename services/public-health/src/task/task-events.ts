import {
  taskCancelled,
  taskCompleted,
  taskOpened,
  taskReferralSuggested,
  taskReplanned,
  type DataOf,
  type OutgoingEvent,
} from '@yigongti/events';
import type { Instant, Uuid } from '@yigongti/kernel';
import { eventMeta, type Cause } from '@yigongti/messaging';
import type { Task } from './domain/task.ts';

/** When a change happens, and what made it: the context of a command is one. */
export interface Moment extends Cause {
  readonly occurredAt: Instant;
}

function headOf(task: Task, { occurredAt, recordedAt }: Moment) {
  const { taskId, residentId, institutionCode, kind, programme, enrolmentId, referralId, sequence } = task;
  return { taskId, residentId, institutionCode, kind, programme, enrolmentId, referralId, sequence, occurredAt, recordedAt };
}

export function openedEvent(task: Task, moment: Moment, eventId: Uuid): OutgoingEvent {
  const { windowStart, due, ruleId, ruleVersion, causeEventId } = task;
  return taskOpened.create(
    { ...headOf(task, moment), windowStart, due, ruleId, ruleVersion, causeEventId },
    eventMeta(moment, eventId, task.version),
  );
}

/** Comes before the suggestion that the same visit may make, which has the task's last version. */
export function completedEvent(task: Task, moment: Moment, eventId: Uuid): OutgoingEvent {
  const { classification, controlled, nextDue, visitId } = task;
  const version = task.referralReasons.length > 0 ? task.version - 1 : task.version;
  const completedOn = task.completedOn!;
  const practitionerCode = task.practitionerCode!;
  return taskCompleted.create(
    { ...headOf(task, moment), completedOn, classification, controlled, practitionerCode, nextDue, visitId },
    eventMeta(moment, eventId, version),
  );
}

export interface Suggestion {
  readonly task: Task;
  /** What the resident is in care for. */
  readonly diagnosisCodes: readonly string[];
}

/** An emergency goes up at once; what is found twice in a row can wait for an appointment. */
export function suggestedEvent({ task, diagnosisCodes }: Suggestion, moment: Moment, eventId: Uuid): OutgoingEvent {
  const { referralReasons } = task;
  const reasonCodes = [...new Set(referralReasons.map(({ reasonCode }) => reasonCode))];
  const urgency: DataOf<typeof taskReferralSuggested>['urgency'] = reasonCodes.includes('CRITICAL') ? 'EMERGENCY' : 'ROUTINE';
  return taskReferralSuggested.create(
    {
      ...headOf(task, moment),
      urgency,
      reasonCodes,
      diagnosisCodes: [...diagnosisCodes],
      ruleHits: referralReasons.map(({ ruleId }) => ({ ruleId, ruleVersion: task.classifiedBy! })),
      suggestedToInstitutionCode: null,
    },
    eventMeta(moment, eventId, task.version),
  );
}

export function cancelledEvent(task: Task, moment: Moment, eventId: Uuid): OutgoingEvent {
  return taskCancelled.create({ ...headOf(task, moment), reason: task.cancelReason! }, eventMeta(moment, eventId, task.version));
}

export interface HandOver {
  readonly task: Task;
  readonly fromInstitutionCode: string;
}

export function handedOverEvent({ task, fromInstitutionCode }: HandOver, moment: Moment, eventId: Uuid): OutgoingEvent {
  const { windowStart, due } = task;
  return taskReplanned.create(
    { ...headOf(task, moment), fromInstitutionCode, windowStart, due, reason: 'HOME_CHANGED' },
    eventMeta(moment, eventId, task.version),
  );
}
