import { setTimeout as delay } from 'node:timers/promises';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { Log } from '../../log.ts';
import { Backoff, pause } from '../backoff.ts';
import type { ConsumeOptions, Consumption, ConsumptionState, PartitionLag } from '../broker.ts';
import { toBrokerError } from './broker-errors.ts';
import { runChunks } from './chunk-run.ts';
import { StuckPositions } from './stuck-positions.ts';

const rebalanceTimeoutMs = 60_000;
const watchEveryMs = 30_000;
const restAfterFailureMs = 1_000;
/** A fetch is answered when so much has come or so long has passed; the second is what an event waits at most. */
const gatherBytes = 64 * 1024;
const gatherMs = 100;

/** A consumer that is built anew, with back-off, whenever kafkajs gives up on it or its position stands still. */
export class KafkajsConsumption implements Consumption {
  readonly #stopping = new AbortController();
  readonly #backoff = new Backoff(500, 30_000);
  readonly #paused = new Set<string>();
  /** Partitions whose last chunk failed: said once, not every second of an outage. */
  readonly #failing = new Set<string>();
  readonly #positions = new StuckPositions();
  #assigned = new Set<string>();
  #consumer: Consumer | undefined;
  #replaced = new AbortController();
  #state: ConsumptionState = 'starting';
  readonly #running: Promise<void>;

  constructor(
    private readonly kafka: Kafka,
    private readonly options: ConsumeOptions,
    private readonly lag: () => Promise<PartitionLag[]>,
    private readonly log: Log,
    private readonly sessionTimeoutMs: number,
  ) {
    this.#running = this.#run();
    void this.#watch();
  }

  get #heartbeatIntervalMs(): number {
    return this.sessionTimeoutMs / 10;
  }

  get state(): ConsumptionState {
    return this.#state;
  }

  pause(topic: string, partition: number): void {
    this.#paused.add(`${topic} ${partition}`);
    this.#consumer?.pause([{ topic, partitions: [partition] }]);
  }

  resume(topic: string, partition: number): void {
    this.#paused.delete(`${topic} ${partition}`);
    this.#consumer?.resume([{ topic, partitions: [partition] }]);
  }

  async stop(deadlineMs: number): Promise<void> {
    this.#stopping.abort();
    const given = new AbortController();
    await Promise.race([this.#running, delay(deadlineMs, undefined, { signal: given.signal }).catch(() => undefined)]);
    given.abort();
    this.#state = 'stopped';
  }

  /** One consumer after the other, until stopped. */
  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      this.#replaced = new AbortController();
      const consumer = this.#create();
      try {
        await this.#start(consumer);
        await untilAborted(AbortSignal.any([this.#stopping.signal, this.#replaced.signal]));
      } catch (error) {
        this.#report(toBrokerError(error).message);
      }
      this.#consumer = undefined;
      await consumer.disconnect().catch(() => undefined);
      if (!this.#stopping.signal.aborted) await this.#backoff.wait(this.#stopping.signal);
    }
  }

  #create(): Consumer {
    const consumer = this.kafka.consumer({
      groupId: this.options.group,
      allowAutoTopicCreation: false,
      sessionTimeout: this.sessionTimeoutMs,
      rebalanceTimeout: rebalanceTimeoutMs,
      heartbeatInterval: this.#heartbeatIntervalMs,
      metadataMaxAge: 60_000,
      // Every fetch names every partition: a broker that answers each single event at once spends its time, and ours, on asking.
      minBytes: gatherBytes,
      maxWaitTimeInMs: gatherMs,
      // A new consumer is built by #run, whatever kafkajs thinks of the error: it stays dead after some (tulios/kafkajs#1445).
      retry: { restartOnFailure: () => Promise.resolve(false) },
    });
    const replaced = this.#replaced;
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      this.#report(toBrokerError(payload.error).message);
      replaced.abort();
    });
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => this.#joined(payload.memberAssignment));
    return consumer;
  }

  #joined(assignment: Readonly<Record<string, readonly number[]>>): void {
    if (this.#state === 'recovering') this.log.info('consuming again', { group: this.options.group });
    this.#state = 'running';
    this.#backoff.reset();
    this.#positions.forget();
    this.#assigned = new Set(
      Object.entries(assignment).flatMap(([topic, list]) => list.map((partition) => `${topic} ${partition}`)),
    );
  }

  async #start(consumer: Consumer): Promise<void> {
    await consumer.connect();
    await consumer.subscribe({ topics: [...this.options.topics], fromBeginning: true });
    await consumer.run({
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 2,
      autoCommitInterval: 1_000,
      eachBatch: (payload) => this.#eachBatch(consumer, payload),
    });
    this.#consumer = consumer;
    for (const place of this.#paused) {
      const [topic = '', partition] = place.split(' ');
      consumer.pause([{ topic, partitions: [Number(partition)] }]);
    }
  }

  async #eachBatch(consumer: Consumer, payload: EachBatchPayload): Promise<void> {
    const { topic, partition } = payload.batch;
    if (this.#paused.has(`${topic} ${partition}`)) return;
    const done = this.#positions.working(topic, partition);
    try {
      const times = { heartbeatIntervalMs: this.#heartbeatIntervalMs, handlerDeadlineMs: rebalanceTimeoutMs };
      const error = await runChunks(payload, this.options, times, this.#stopping.signal);
      if (error === undefined) this.#failing.delete(`${topic} ${partition}`);
      else this.#restPartition(consumer, topic, partition, error);
    } finally {
      done();
    }
  }

  /** Other partitions go on; this one is fetched again from the chunk that failed. */
  #restPartition(consumer: Consumer, topic: string, partition: number, error: Error): void {
    const place = `${topic} ${partition}`;
    if (!this.#failing.has(place))
      this.log.warn('a chunk is tried again until it passes', { topic, partition, error: error.name });
    this.#failing.add(place);
    consumer.pause([{ topic, partitions: [partition] }]);
    const resume = () => {
      // A consumer that was replaced in the meantime has nothing to resume and says so by throwing.
      if (this.#consumer === consumer && !this.#paused.has(place)) {
        consumer.resume([{ topic, partitions: [partition] }]);
      }
    };
    void pause(restAfterFailureMs, this.#stopping.signal).then(resume);
  }

  /** Positions on compacted topics have stood still while records came in (tulios/kafkajs#1072). */
  async #watch(): Promise<void> {
    const { signal } = this.#stopping;
    for (;;) {
      await pause(watchEveryMs, signal);
      if (signal.aborted) return;
      if (this.#state !== 'running') continue;
      const lags = await this.lag().catch(() => []);
      const mine = ({ topic, partition }: PartitionLag) =>
        this.#assigned.has(`${topic} ${partition}`) && !this.#paused.has(`${topic} ${partition}`);
      const stuck = this.#positions.look(lags.filter(mine));
      if (stuck === undefined) continue;
      this.log.warn('a position stands still: the consumer is built anew', { group: this.options.group, place: stuck });
      this.#state = 'recovering';
      this.#replaced.abort();
    }
  }

  #report(reason: string): void {
    if (this.#state === 'recovering' || this.#stopping.signal.aborted) return;
    this.#state = 'recovering';
    this.log.warn('the consumer is built anew', { group: this.options.group, reason });
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
