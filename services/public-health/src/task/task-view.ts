import type { BusinessDate, Uuid } from '@yigongti/kernel';
import type { KnownCare } from '../people/index.ts';
import type { FollowUpRecord } from './domain/classify-follow-up.ts';
import { isOverdue, type Task } from './domain/task.ts';

/** A task as clients see it; plain JSON. */
export interface TaskView extends KnownCare {
  readonly taskId: Uuid;
  readonly residentId: Uuid;
  readonly institutionCode: string;
  readonly kind: string;
  readonly programme: string | null;
  readonly enrolmentId: Uuid | null;
  readonly referralId: Uuid | null;
  readonly sequence: number;
  readonly state: string;
  readonly overdue: boolean;
  readonly windowStart: BusinessDate;
  readonly due: BusinessDate;
  readonly ruleId: string;
  readonly ruleVersion: string;
  readonly completedOn: BusinessDate | null;
  readonly practitionerCode: string | null;
  readonly record: FollowUpRecord | null;
  readonly classification: string | null;
  readonly controlled: boolean | null;
  readonly classifiedBy: string | null;
  readonly referralReasons: readonly { readonly ruleId: string; readonly reasonCode: string }[];
  readonly nextDue: BusinessDate | null;
  readonly cancelReason: string | null;
  readonly visitId: Uuid | null;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

/** `asOf` is the day that lateness is told for. */
export function taskView(task: Task, { teamCode, lastEncounterOn }: KnownCare, asOf: BusinessDate): TaskView {
  const { causeEventId, ...shown } = task;
  return {
    ...shown,
    overdue: isOverdue(task, asOf),
    teamCode,
    lastEncounterOn,
    allowedActions: task.state === 'OPEN' ? ['complete'] : [],
  };
}
