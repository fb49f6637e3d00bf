import type { EventMeta, IncomingEvent } from '@yigongti/events';
import type { Instant, Uuid } from '@yigongti/kernel';

/** What made a change: a command (`CommandContext` is one) or an event. Goes into every event that follows from it. */
export interface Cause {
  readonly correlationId: Uuid;
  readonly causationId: Uuid | null;
  readonly traceparent: string | null;
  readonly recordedAt: Instant;
}

/** The cause that an incoming event is for what its handler changes. */
export function causeOf(event: IncomingEvent, recordedAt: Instant): Cause {
  return { correlationId: event.correlationId, causationId: event.eventId, traceparent: event.traceparent, recordedAt };
}

/** The envelope of one event of an aggregate; `aggregateVersion` is the version that the event makes. */
export function eventMeta(cause: Cause, eventId: Uuid, aggregateVersion: number): EventMeta {
  const { correlationId, causationId, traceparent } = cause;
  return { eventId, aggregateVersion, correlationId, causationId, traceparent };
}
