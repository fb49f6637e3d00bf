import { capacityConsumed, capacityHeld, capacityOpened, capacityReleased, type OutgoingEvent } from '@yigongti/events';
import type { Ids, Instant } from '@yigongti/kernel';
import { eventMeta, type Cause } from '@yigongti/messaging';
import type { CapacityChange } from './domain/capacity.ts';

export interface Occasion extends Cause {
  readonly occurredAt: Instant;
}

/** What leaves the service; `held` and `total` let a board of free beds be drawn from the topic alone. */
export function eventOf({ capacity, fact }: CapacityChange, occasion: Occasion, ids: Ids): OutgoingEvent {
  const meta = eventMeta(occasion, ids.next(), capacity.version);
  const times = { occurredAt: occasion.occurredAt, recordedAt: occasion.recordedAt };
  const { capacityId, held, total } = capacity;
  if (fact.kind === 'opened') {
    const { institutionCode, departmentCode, kind, from, to } = capacity;
    return capacityOpened.create({ capacityId, institutionCode, departmentCode, kind, from, to, total, ...times }, meta);
  }
  const use = { capacityId, referralId: fact.referralId, held, total, ...times };
  if (fact.kind === 'held') return capacityHeld.create(use, meta);
  return fact.kind === 'released' ? capacityReleased.create(use, meta) : capacityConsumed.create(use, meta);
}
