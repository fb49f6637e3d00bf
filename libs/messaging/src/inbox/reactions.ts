import type { Tx } from '@yigongti/database';
import type { EventDefinition, IncomingEvent } from '@yigongti/events';
import { InvariantViolated } from '@yigongti/kernel';
import type { EventHandler, EventSetHandler, HandlerToken, Subscription } from './subscription.ts';

/** Gives the service's instance of a handler class, made by its container. */
export type ResolveHandler = <H>(token: HandlerToken<H>) => H;

type React = (tx: Tx, events: readonly IncomingEvent[]) => Promise<void>;

/** What a service does about which event: its subscriptions with their handlers. */
export class Reactions {
  readonly #byType = new Map<string, { readonly definition: EventDefinition; readonly reacts: React[] }>();

  constructor(subscriptions: readonly Subscription[], resolve: ResolveHandler) {
    for (const subscription of subscriptions) {
      const { definition } = subscription;
      const entry = this.#byType.get(definition.type) ?? { definition, reacts: [] };
      entry.reacts.push(reactionOf(subscription, resolve));
      this.#byType.set(definition.type, entry);
    }
  }

  get topics(): string[] {
    return [...new Set([...this.#byType.values()].map(({ definition }) => definition.topic))];
  }

  has(type: string): boolean {
    return this.#byType.has(type);
  }

  definitionOf(type: string): EventDefinition {
    const entry = this.#byType.get(type);
    if (!entry) throw new InvariantViolated('messaging.not-subscribed', `nobody asked for ${type}`);
    return entry.definition;
  }

  /**
   * Calls the handlers in key order, which is the same in every transaction, so that two of them cannot deadlock over keys. Within
   * a key the events stay in their order; a set is a run of events of one type.
   */
  async apply(tx: Tx, events: readonly IncomingEvent[]): Promise<void> {
    const inKeyOrder = [...events].sort((a, b) => (a.aggregateId < b.aggregateId ? -1 : a.aggregateId > b.aggregateId ? 1 : 0));
    let run: IncomingEvent[] = [];
    for (const [index, event] of inKeyOrder.entries()) {
      run.push(event);
      if (inKeyOrder[index + 1]?.definition.type === event.definition.type) continue;
      for (const react of this.#byType.get(event.definition.type)!.reacts) await react(tx, run);
      run = [];
    }
  }
}

function reactionOf(subscription: Subscription, resolve: ResolveHandler): React {
  if (subscription.mode === 'set') {
    const { handler } = subscription;
    if (isClass(handler, 'onSet')) {
      const instance = resolve<EventSetHandler<never>>(handler);
      return (tx, events) => instance.onSet(tx, events as readonly IncomingEvent<never>[]);
    }
    return (tx, events) => (handler as (tx: Tx, events: readonly IncomingEvent[]) => Promise<void>)(tx, events);
  }
  const { handler } = subscription;
  const one = isClass(handler, 'on')
    ? oneOf(resolve<EventHandler<never>>(handler))
    : (handler as (tx: Tx, event: IncomingEvent) => Promise<void>);
  return async (tx, events) => {
    for (const event of events) await one(tx, event);
  };
}

function oneOf(instance: EventHandler<never>) {
  return (tx: Tx, event: IncomingEvent) => instance.on(tx, event as IncomingEvent<never>);
}

function isClass<H>(handler: unknown, method: string): handler is HandlerToken<H> {
  const { prototype } = handler as { prototype?: object };
  return prototype !== undefined && prototype !== null && method in prototype;
}
