import { capacityConsumed, capacityHeld, capacityOpened, capacityReleased, type OutgoingEvent } from '@yigongti/events';
import type { Ids, Instant } from '@yigongti/kernel';
import { eventMeta, type Cause } from '@yigongti/messaging';
import type { CapacityChange } from './domain/capacity.ts';

export interface Occasion extends Cause {
  readonly occurredAt: Instant;
}

const uses = { held: capacityHeld, released: capacityReleased, consumed: capacityConsumed };

/** What leaves the service; `held` and `total` let a board of free beds be drawn from the topic alone. */
export function eventOf({ capacity, fact }: CapacityChange, occasion: Occasion, ids: Ids): OutgoingEvent {
  const meta = eventMeta(occasion, ids.next(), capacity.version);
  const times = { occurredAt: occasion.occurredAt, recordedAt: occasion.recordedAt };
  const { capacityId, held, total } = capacity;
  if (fact.kind !== 'opened')
    return uses[fact.kind].create({ capacityId, referralId: fact.referralId, held, total, ...times }, meta);
  const { institutionCode, departmentCode, kind, from, to } = capacity;
  return capacityOpened.create({ capacityId, institutionCode, departmentCode, kind, from, to, total, ...times }, meta);
}
