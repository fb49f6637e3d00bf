import { walkInEnded, walkInRegistered, type OutgoingEvent } from '@yigongti/events';
import type { Ids, Instant } from '@yigongti/kernel';
import { eventMeta, type Cause } from '@yigongti/messaging';
import type { WalkInChange } from './domain/walk-in.ts';

export interface Occasion extends Cause {
  readonly occurredAt: Instant;
}

export function eventOf({ walkIn, fact }: WalkInChange, { occurredAt, recordedAt, ...cause }: Occasion, ids: Ids): OutgoingEvent {
  const meta = eventMeta({ ...cause, recordedAt }, ids.next(), walkIn.version);
  const { walkInId, institutionCode, departmentCode, residentId, visitType, urgency, workClass } = walkIn;
  const head = { walkInId, institutionCode, departmentCode, residentId, occurredAt, recordedAt };
  return fact.kind === 'registered'
    ? walkInRegistered.create({ ...head, visitType, urgency, workClass }, meta)
    : walkInEnded.create({ ...head, ending: fact.ending }, meta);
}
