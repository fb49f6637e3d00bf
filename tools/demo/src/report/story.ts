import { compareKeys, type Uuid } from '@yigongti/kernel';
import type { RecordedStep } from '../http/journal.ts';
import type { TopicEvent } from '../topics/event-reader.ts';
import type { StoryStep } from './schema.ts';

/** A request with the events that followed from it, directly or by other events. */
export interface ToldStep {
  readonly request: RecordedStep;
  readonly events: readonly TopicEvent[];
}

/**
 * Tells the requests in the order of their answers, each with its events: an event belongs to the request whose correlation id it carries,
 * however far it has come. A request about nobody in particular is told only where something followed.
 */
export function tellStory(steps: readonly RecordedStep[], events: readonly TopicEvent[]): ToldStep[] {
  const byRequest = new Map<Uuid, TopicEvent[]>();
  for (const event of events) byRequest.set(event.correlationId, [...(byRequest.get(event.correlationId) ?? []), event]);
  const told = steps.map((request) => ({ request, events: inCausalOrder(byRequest.get(request.correlationId) ?? []) }));
  return told.filter((step) => step.request.about !== 'whoever' || step.events.length > 0);
}

/** A cause before its effects; effects of one cause by topic, key and version. */
function inCausalOrder(events: readonly TopicEvent[]): TopicEvent[] {
  const ids = new Set(events.map(({ eventId }) => eventId));
  const sorted = [...events].sort(
    (a, b) => compareKeys(a.topic, b.topic) || compareKeys(a.key, b.key) || a.aggregateVersion - b.aggregateVersion,
  );
  const effectsOf = (cause: string | null): TopicEvent[] =>
    sorted
      .filter(({ causationId }) => (causationId !== null && ids.has(causationId) ? causationId : null) === cause)
      .flatMap((event) => [event, ...effectsOf(event.eventId)]);
  return effectsOf(null);
}

export function storyOf(told: readonly ToldStep[]): StoryStep[] {
  return told.map(({ request: { method, path, status }, events }) => ({
    request: { method, path, status },
    events: events.map(({ topic, key, type, eventId, aggregateVersion }) => ({
      topic,
      key,
      type,
      id: eventId,
      aggregateVersion,
    })),
  }));
}
