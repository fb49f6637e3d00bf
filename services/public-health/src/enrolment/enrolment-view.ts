import type { BusinessDate, Uuid } from '@yigongti/kernel';
import type { Enrolment } from './domain/enrolment.ts';

/** An enrolment as clients see it; plain JSON. */
export interface EnrolmentView {
  readonly enrolmentId: Uuid;
  readonly residentId: Uuid;
  readonly programme: string;
  readonly institutionCode: string;
  readonly diagnosisCode: string;
  readonly enrolledOn: BusinessDate;
  readonly closedOn: BusinessDate | null;
  readonly closeReason: string | null;
  readonly profileVersion: string;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

/** Nothing is for a client to do: an enrolment ends by facts of the resident's life, which the registry tells. */
export function enrolmentView(enrolment: Enrolment): EnrolmentView {
  return { ...enrolment, allowedActions: [] };
}
