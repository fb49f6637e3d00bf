import type { Report } from '@yigongti/tool-demo';

const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The figures of a play that the seed alone decides: without ids, and without the counters of processes that may have been killed. */
export function figuresOf({ services, circle, story, ...head }: Report) {
  return {
    ...head,
    circle,
    events: Object.fromEntries(
      Object.entries(services).map(([name, { eventsPublished, eventsApplied, parked, dead, outboxPending }]) => [
        name,
        { eventsPublished, eventsApplied, parked, dead, outboxPending },
      ]),
    ),
    story: story.map(({ request, events }) => ({
      request: { ...request, path: request.path.replace(id, '{id}') },
      events: events.map(({ topic, type, aggregateVersion }) => ({ topic, type, aggregateVersion })),
    })),
  };
}
