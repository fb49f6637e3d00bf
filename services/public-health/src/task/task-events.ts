import {
  taskCancelled,
  taskCompleted,
  taskOpened,
  taskReferralSuggested,
  type DataOf,
  type EventMeta,
  type OutgoingEvent,
} from '@yigongti/events';
import type { Instant } from '@yigongti/kernel';
import type { ReferralReason } from './domain/classify-follow-up.ts';
import type { Task } from './domain/task.ts';

export interface EventTimes {
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

function headOf({ taskId, residentId, institutionCode, kind, programme, enrolmentId, referralId, sequence }: Task, times: EventTimes) {
  const { occurredAt, recordedAt } = times;
  return { taskId, residentId, institutionCode, kind, programme, enrolmentId, referralId, sequence, occurredAt, recordedAt };
}

export function openedEvent(task: Task, times: EventTimes, meta: EventMeta): OutgoingEvent {
  const { windowStart, due, ruleId, ruleVersion, causeEventId } = task;
  return taskOpened.create({ ...headOf(task, times), windowStart, due, ruleId, ruleVersion, causeEventId }, meta);
}

export function completedEvent(task: Task, times: EventTimes, meta: EventMeta): OutgoingEvent {
  const { classification, controlled, nextDue } = task;
  return taskCompleted.create(
    {
      ...headOf(task, times),
      completedOn: task.completedOn!,
      classification,
      controlled,
      practitionerCode: task.practitionerCode!,
      nextDue,
    },
    meta,
  );
}

export interface Suggestion {
  readonly reasons: readonly ReferralReason[];
  readonly diagnosisCode: string;
}

/** An emergency goes up at once; what is found twice in a row can wait for an appointment. */
export function suggestedEvent(task: Task, { reasons, diagnosisCode }: Suggestion, times: EventTimes, meta: EventMeta): OutgoingEvent {
  const reasonCodes = reasons.map(({ reasonCode }) => reasonCode);
  const urgency: DataOf<typeof taskReferralSuggested>['urgency'] = reasonCodes.includes('CRITICAL') ? 'EMERGENCY' : 'ROUTINE';
  return taskReferralSuggested.create(
    {
      ...headOf(task, times),
      urgency,
      reasonCodes,
      diagnosisCodes: [diagnosisCode],
      ruleHits: reasons.map(({ ruleId }) => ({ ruleId, ruleVersion: task.ruleVersion })),
      suggestedToInstitutionCode: null,
    },
    meta,
  );
}

export function cancelledEvent(task: Task, times: EventTimes, meta: EventMeta): OutgoingEvent {
  return taskCancelled.create({ ...headOf(task, times), reason: task.cancelReason! }, meta);
}
