import { enrolmentClosed, enrolmentOpened, enrolmentTransferred, type OutgoingEvent } from '@yigongti/events';
import { businessDateOf, type Uuid } from '@yigongti/kernel';
import { eventMeta } from '@yigongti/messaging';
import type { Moment } from '../task/index.ts';
import type { Enrolment } from './domain/enrolment.ts';

/** Inner names may change freely: what leaves the service is written here. */
export function enrolmentOpenedEvent(enrolment: Enrolment, moment: Moment, eventId: Uuid): OutgoingEvent {
  const { enrolmentId, residentId, programme, institutionCode, enrolledOn, diagnosisCode, version } = enrolment;
  const { occurredAt, recordedAt } = moment;
  return enrolmentOpened.create(
    { enrolmentId, residentId, programme, institutionCode, enrolledOn, diagnosisCode, occurredAt, recordedAt },
    eventMeta(moment, eventId, version),
  );
}

export function enrolmentClosedEvent(enrolment: Enrolment, moment: Moment, eventId: Uuid): OutgoingEvent {
  const { enrolmentId, residentId, programme, institutionCode, version } = enrolment;
  const { occurredAt, recordedAt } = moment;
  const closedOn = enrolment.closedOn!;
  const reason = enrolment.closeReason!;
  return enrolmentClosed.create(
    { enrolmentId, residentId, programme, institutionCode, closedOn, reason, occurredAt, recordedAt },
    eventMeta(moment, eventId, version),
  );
}

export interface Transfer {
  readonly enrolment: Enrolment;
  readonly fromInstitutionCode: string;
}

export function enrolmentTransferredEvent(
  { enrolment, fromInstitutionCode }: Transfer,
  moment: Moment,
  eventId: Uuid,
): OutgoingEvent {
  const { enrolmentId, residentId, programme, institutionCode, version } = enrolment;
  const { occurredAt, recordedAt } = moment;
  const transferredOn = businessDateOf(occurredAt);
  return enrolmentTransferred.create(
    { enrolmentId, residentId, programme, institutionCode, fromInstitutionCode, transferredOn, occurredAt, recordedAt },
    eventMeta(moment, eventId, version),
  );
}
