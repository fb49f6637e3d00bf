import { SpanKind } from '@opentelemetry/api';
import type { Tx } from '@yigongti/database';
import type { IncomingEvent } from '@yigongti/events';
import {
  consume,
  consumeSet,
  type EventHandler,
  type EventSetHandler,
  type HandlerToken,
  type Subscription,
} from '@yigongti/messaging';
import type { Logger } from 'pino';
import { openSpan } from './spans.ts';
import { traceparentOf } from './trace-context.ts';

export type Resolve = <H>(token: HandlerToken<H>) => H;

/**
 * The subscription with its handler made by the container, one line of the log per event, and a span: what the handler causes goes
 * on under the span, so that a trace leads from the request to its last effect.
 */
export function tracedSubscription(subscription: Subscription, resolve: Resolve, log: Logger): Subscription {
  const { definition } = subscription;
  if (subscription.mode === 'set') {
    const handle = setHandlerOf(subscription.handler, resolve);
    return consumeSet<never>(definition as never, (tx, events) => within(events, log, (traced) => handle(tx, traced)));
  }
  const handle = handlerOf(subscription.handler, resolve);
  return consume<never>(definition as never, (tx, event) => within([event], log, ([traced]) => handle(tx, traced!)));
}

async function within(
  events: readonly IncomingEvent[],
  log: Logger,
  work: (events: readonly IncomingEvent<never>[]) => Promise<void>,
): Promise<void> {
  const [first] = events;
  if (!first) return;
  const { type } = first.definition;
  const span = openSpan(`consume ${type}`, SpanKind.CONSUMER, first.traceparent);
  const startedAt = performance.now();
  try {
    await work(events.map((event) => traced(event, events.length === 1 ? traceparentOf(span.trace) : event.traceparent)));
    span.end();
    log.info({ ...about(first), events: events.length, durationMs: Math.round(performance.now() - startedAt) }, 'event');
  } catch (error) {
    span.end((error as Error).name);
    throw error;
  }
}

function traced(event: IncomingEvent, traceparent: string | null): IncomingEvent<never> {
  return { ...event, traceparent } as IncomingEvent<never>;
}

function about({ definition, eventId, aggregateId, aggregateVersion, correlationId, traceparent }: IncomingEvent): object {
  return { event: definition.type, eventId, aggregateId, aggregateVersion, correlationId, traceId: traceparent?.split('-')[1] };
}

type One = (tx: Tx, event: IncomingEvent<never>) => Promise<void>;
type Many = (tx: Tx, events: readonly IncomingEvent<never>[]) => Promise<void>;

function handlerOf(handler: Extract<Subscription, { mode: 'one' }>['handler'], resolve: Resolve): One {
  if (!isClass(handler, 'on')) return handler as One;
  const instance = resolve(handler as HandlerToken<EventHandler<never>>);
  return (tx, event) => instance.on(tx, event);
}

function setHandlerOf(handler: Extract<Subscription, { mode: 'set' }>['handler'], resolve: Resolve): Many {
  if (!isClass(handler, 'onSet')) return handler as Many;
  const instance = resolve(handler as HandlerToken<EventSetHandler<never>>);
  return (tx, events) => instance.onSet(tx, events);
}

function isClass(handler: unknown, method: string): boolean {
  const { prototype } = handler as { prototype?: object | null };
  return prototype != null && method in prototype;
}
