import { setTimeout as delay } from 'node:timers/promises';
import { isDatabaseAway } from '@yigongti/database';
import { Backoff, pause } from '../broker/backoff.ts';
import type { Chunk, Consumption, ConsumptionState } from '../broker/broker.ts';
import { silentLog } from '../log.ts';
import { consumerTuning, type ConsumerOptions, type ConsumerTuning } from './consumer-options.ts';
import { isPoison } from './error-class.ts';
import { EventWork, type ReadableItem, type WorkTerms } from './event-work.ts';
import type { Place } from './inbox.ts';
import { ParkedRetries } from './parked-retries.ts';
import { Reactions } from './reactions.ts';
import { readRecord, type Item } from './record-reader.ts';
import { NotYet } from './subscription.ts';

/**
 * Consumes what the service subscribed to: each event's effect exactly once, in order per key, a chunk of records a transaction.
 * A chunk that fails is redone event by event; a key that keeps failing is parked, and the others flow.
 */
export class ConsumerRunner {
  readonly #tuning: ConsumerTuning;
  readonly #terms: WorkTerms;
  readonly #work: EventWork;
  readonly #retries: ParkedRetries;
  readonly #stopping = new AbortController();
  #consumption: Consumption | undefined;
  #retrying: Promise<void> | undefined;

  constructor(private readonly options: ConsumerOptions) {
    const { service, subscriptions, resolve, transactions, clock, random = Math.random, log = silentLog, metrics } = options;
    this.#tuning = { ...consumerTuning, ...options.tuning };
    const reactions = new Reactions(subscriptions, resolve);
    this.#terms = { consumer: service, reactions, transactions, clock, random, log, metrics, tuning: this.#tuning };
    this.#work = new EventWork(this.#terms);
    this.#retries = new ParkedRetries(this.#terms, this.#work);
  }

  get state(): ConsumptionState {
    return this.#consumption?.state ?? (this.options.subscriptions.length === 0 ? 'running' : 'starting');
  }

  /** Begins to consume in the background. A service without subscriptions has nothing to begin. */
  async start(): Promise<void> {
    if (this.options.subscriptions.length === 0 || this.#consumption) return;
    const { service, broker } = this.options;
    this.#retrying = this.#retries.run(this.#stopping.signal);
    this.#consumption = await broker.consume({
      group: service,
      topics: this.#terms.reactions.topics,
      chunkSize: this.#tuning.chunkSize,
      handler: (chunk, signal) => this.#onChunk(chunk, signal),
    });
  }

  /** Ends the chunks in flight, commits their offsets and leaves the group. */
  async stop(deadlineMs: number): Promise<void> {
    this.#stopping.abort();
    await this.#consumption?.stop(deadlineMs);
    const given = new AbortController();
    await Promise.race([this.#retrying, delay(deadlineMs, undefined, { signal: given.signal }).catch(() => undefined)]);
    given.abort();
  }

  /** Looks at parked keys now, for example after an operator replayed a dead event. */
  pokeParked(): void {
    this.#retries.poke();
  }

  async #onChunk(chunk: Chunk, signal: AbortSignal): Promise<void> {
    const items = chunk.records.map((record) => readRecord(record, this.#terms.reactions)).filter((item) => item !== null);
    const upTo = { topic: chunk.topic, partition: chunk.partition, offset: chunk.records.at(-1)!.offset };
    if (items.length === 0) return this.#work.pass(upTo);
    if (!(await this.#applyWhole(items, upTo))) {
      const budget = { leftMs: this.#tuning.inPlaceBudgetMs };
      for (const item of items) await this.#applyOne(item, budget, signal);
      await this.#work.pass(upTo);
    }
    this.#retries.poke();
  }

  /** False when something in the chunk needs to be looked at event by event. */
  async #applyWhole(items: readonly Item[], upTo: Place): Promise<boolean> {
    if (!items.every(isReadable)) return false;
    try {
      await this.#work.apply(items, upTo);
      return true;
    } catch (error) {
      // Waited out by the driver, which delivers the chunk again: nothing can be parked without a database.
      if (isDatabaseAway(error)) throw error;
      return false;
    }
  }

  async #applyOne(item: Item, budget: { leftMs: number }, signal: AbortSignal): Promise<void> {
    const { triesInPlace, inPlaceFirstMs, inPlaceLongestMs } = this.#tuning;
    const backoff = new Backoff(inPlaceFirstMs, inPlaceLongestMs, this.#terms.random);
    for (let attempts = 1; ; attempts += 1) {
      try {
        if (!isReadable(item)) throw item.fault;
        await this.#work.apply([item], item.record);
        return;
      } catch (error) {
        if (isDatabaseAway(error) || signal.aborted) throw error;
        const hopeless = isPoison(error) || error instanceof NotYet || attempts >= triesInPlace || budget.leftMs <= 0;
        if (hopeless) return this.#work.quarantine(item, error, { attempts, waiting: false });
        const pauseMs = Math.min(backoff.next(), budget.leftMs);
        budget.leftMs -= pauseMs;
        await pause(pauseMs, signal);
      }
    }
  }
}

function isReadable(item: Item): item is ReadableItem {
  return item.event !== undefined;
}
