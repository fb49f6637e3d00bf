import { setTimeout as delay } from 'node:timers/promises';
import type { Admin, Kafka } from 'kafkajs';
import { silentLog, type Log } from '../../log.ts';
import { Backoff } from '../backoff.ts';
import {
  Broker,
  type ConsumeOptions,
  type Consumption,
  type OutgoingRecord,
  type PartitionLag,
  type TopicSpec,
} from '../broker.ts';
import { toBrokerError } from './broker-errors.ts';
import { createClient, defaultRequestTimeoutMs, defaultSessionTimeoutMs, type KafkaSettings } from './client.ts';
import { GuardedProducer } from './guarded-producer.ts';
import { KafkajsConsumption } from './kafkajs-consumption.ts';

/**
 * Of kafkajs itself. A consumer goes on for about half a minute as the member that it is: a broker that is back by then need not wait
 * for its session to lapse. A producer has none: each try asks the lease again.
 */
const retries = { admin: 4, consumer: 14, producer: 0 };

/** Apache Kafka through kafkajs 2.2.4, which is unmaintained: what is known to go wrong in it is guarded against here. */
export class KafkajsBroker extends Broker {
  readonly #admins: Kafka;
  readonly #consumers: Kafka;
  readonly #producer: GuardedProducer;
  readonly #consumptions: Consumption[] = [];
  #admin: Promise<Admin> | undefined;

  constructor(
    private readonly settings: KafkaSettings,
    private readonly log: Log = silentLog,
  ) {
    super();
    this.#admins = createClient(settings, log, retries.admin).kafka;
    this.#consumers = createClient(settings, log, retries.consumer).kafka;
    const { kafka, gate } = createClient(settings, log, retries.producer);
    const times = { requestTimeoutMs: settings.requestTimeoutMs ?? defaultRequestTimeoutMs };
    this.#producer = new GuardedProducer(kafka, gate, times, log);
  }

  override produce(records: readonly OutgoingRecord[], mayWrite: () => boolean = () => true): Promise<void> {
    return this.#producer.produce(records, mayWrite);
  }

  override consume(options: ConsumeOptions): Promise<Consumption> {
    const { sessionTimeoutMs = defaultSessionTimeoutMs } = this.settings;
    const lag = () => this.lag(options.group, options.topics);
    const consumption = new KafkajsConsumption(this.#consumers, options, lag, this.log, sessionTimeoutMs);
    this.#consumptions.push(consumption);
    return Promise.resolve(consumption);
  }

  override lag(group: string, topics: readonly string[]): Promise<PartitionLag[]> {
    return this.#asAdmin(async (admin) => {
      const committed = await admin.fetchOffsets({ groupId: group, topics: [...topics] });
      const lags = await Promise.all(
        committed.map(async ({ topic, partitions }) => {
          const offsets = new Map(partitions.map(({ partition, offset }) => [partition, BigInt(offset)]));
          const ends = await admin.fetchTopicOffsets(topic);
          return ends.map(({ partition, high }) => {
            const offset = offsets.get(partition) ?? -1n;
            return { topic, partition, committed: offset < 0n ? null : offset, end: BigInt(high) };
          });
        }),
      );
      return lags.flat();
    });
  }

  override ensureTopics(topics: readonly TopicSpec[]): Promise<void> {
    return this.#asAdmin(async (admin) => {
      const existing = new Set(await admin.listTopics());
      const missing = topics.filter(({ name }) => !existing.has(name));
      if (missing.length === 0) return;
      // False means that someone else made one of them meanwhile, which is as good.
      await admin.createTopics({
        waitForLeaders: true,
        topics: missing.map(({ name, partitions, replicationFactor, settings }) => ({
          topic: name,
          numPartitions: partitions,
          replicationFactor,
          configEntries: Object.entries(settings).map(([key, value]) => ({ name: key, value })),
        })),
      });
    });
  }

  override async ping(): Promise<boolean> {
    return this.#asAdmin((admin) => admin.describeCluster(), 1).then(
      () => true,
      () => false,
    );
  }

  override async close(deadlineMs: number): Promise<void> {
    const admin = this.#admin;
    this.#admin = undefined;
    const closed = Promise.all([
      ...this.#consumptions.map((consumption) => consumption.stop(deadlineMs)),
      this.#producer.close(),
      admin?.then((made) => made.disconnect()).catch(() => undefined),
    ]);
    const given = new AbortController();
    await Promise.race([closed, delay(deadlineMs, undefined, { signal: given.signal }).catch(() => undefined)]);
    given.abort();
  }

  /** A broker that has just started knows no coordinators for a moment: what may be tried again is, all of it can be said twice. */
  async #asAdmin<T>(work: (admin: Admin) => Promise<T>, tries = 6): Promise<T> {
    const backoff = new Backoff(200, 1_000);
    for (;;) {
      try {
        return await work(await (this.#admin ??= this.#connectAdmin()));
      } catch (error) {
        this.#discardAdmin();
        const seen = toBrokerError(error);
        if (seen.errorClass !== 'retry' || backoff.failures + 1 >= tries) throw seen;
        await delay(backoff.next());
      }
    }
  }

  #discardAdmin(): void {
    const failed = this.#admin;
    this.#admin = undefined;
    void failed?.then((admin) => admin.disconnect()).catch(() => undefined);
  }

  async #connectAdmin(): Promise<Admin> {
    const admin = this.#admins.admin();
    await admin.connect();
    return admin;
  }
}
