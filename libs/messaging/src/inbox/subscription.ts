import type { Tx } from '@yigongti/database';
import type { EventDefinition, IncomingEvent } from '@yigongti/events';

/** Reacts to one event inside the runner's transaction. Must not touch anything outside the database. */
export interface EventHandler<T> {
  on(tx: Tx, event: IncomingEvent<T>): Promise<void>;
}

/** Reacts to many events of one type at once, in key order and, within a key, in version order. */
export interface EventSetHandler<T> {
  onSet(tx: Tx, events: readonly IncomingEvent<T>[]): Promise<void>;
}

/** A class that the service's container makes: the list of consumers stays free of wiring. */
export type HandlerToken<H> = abstract new (...dependencies: never[]) => H;

export type Subscription =
  | {
      readonly definition: EventDefinition;
      readonly mode: 'one';
      readonly handler: HandlerToken<EventHandler<never>> | OneFunction;
    }
  | {
      readonly definition: EventDefinition;
      readonly mode: 'set';
      readonly handler: HandlerToken<EventSetHandler<never>> | SetFunction;
    };

type OneFunction = (tx: Tx, event: IncomingEvent<never>) => Promise<void>;
type SetFunction = (tx: Tx, events: readonly IncomingEvent<never>[]) => Promise<void>;

/** Declares that this service reacts to an event, one at a time. The handler is a function, or a class with `on`. */
export function consume<T>(
  definition: EventDefinition<T>,
  handler: HandlerToken<EventHandler<T>> | ((tx: Tx, event: IncomingEvent<T>) => Promise<void>),
): Subscription {
  return { definition, mode: 'one', handler: handler as HandlerToken<EventHandler<never>> | OneFunction };
}

/** Declares that this service reacts to an event in sets. The handler is a function, or a class with `onSet`. */
export function consumeSet<T>(
  definition: EventDefinition<T>,
  handler: HandlerToken<EventSetHandler<T>> | ((tx: Tx, events: readonly IncomingEvent<T>[]) => Promise<void>),
): Subscription {
  return { definition, mode: 'set', handler: handler as HandlerToken<EventSetHandler<never>> | SetFunction };
}

/** The last event of each aggregate: all that a projection of full states needs of a set. */
export function lastOfEach<T>(events: readonly IncomingEvent<T>[]): IncomingEvent<T>[] {
  return [...new Map(events.map((event) => [event.aggregateId, event])).values()];
}

/** Thrown by a handler for an event that can never be applied: it goes straight to the dead records. */
export class Poison extends Error {
  override readonly name = 'Poison';
  /** `reason` is a code, never a value from the event: it is shown to operators and logged. */
  constructor(readonly reason: string) {
    super(reason);
  }
}

/** Thrown by a handler that waits for another event, for example a contract whose resident is not projected yet. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
  /** `reason` is a code, never a value from the event. */
  constructor(readonly reason: string) {
    super(reason);
  }
}
