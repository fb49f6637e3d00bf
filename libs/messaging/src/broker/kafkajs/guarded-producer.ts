import { setTimeout as delay } from 'node:timers/promises';
import kafkajs, { type Kafka, type Producer } from 'kafkajs';
import type { Log } from '../../log.ts';
import { BrokerError, type OutgoingRecord } from '../broker.ts';
import { isTimeout, toBrokerError } from './broker-errors.ts';
import type { WriteGate } from './write-gate.ts';

const timeoutsBeforeRebuild = 2;

export interface ProducerTimes {
  /** The broker's own limit for a produce request. */
  readonly requestTimeoutMs: number;
}

/** A kafkajs producer without retries that is thrown away when its connections have gone bad. */
export class GuardedProducer {
  #producer: Promise<Producer> | undefined;
  #timeouts = 0;

  constructor(
    private readonly kafka: Kafka,
    private readonly gate: WriteGate,
    private readonly times: ProducerTimes,
    private readonly log: Log,
  ) {}

  async produce(records: readonly OutgoingRecord[], mayWrite: () => boolean): Promise<void> {
    try {
      const producer = await (this.#producer ??= this.#connect());
      await this.#withDeadline(this.gate.run(mayWrite, () => this.#send(producer, records)));
      this.#timeouts = 0;
    } catch (error) {
      const seen = toBrokerError(error);
      this.#timeouts = isTimeout(error) || error instanceof DeadlinePassed ? this.#timeouts + 1 : 0;
      if (seen.errorClass === 'rebuild' || this.#timeouts >= timeoutsBeforeRebuild) this.#discard(seen.message);
      throw seen;
    }
  }

  async close(): Promise<void> {
    const producer = this.#producer;
    this.#producer = undefined;
    await producer?.then((made) => made.disconnect()).catch(() => undefined);
  }

  async #connect(): Promise<Producer> {
    const producer = this.kafka.producer({
      allowAutoTopicCreation: false,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      metadataMaxAge: 60_000,
      retry: { retries: 0 },
    });
    try {
      await producer.connect();
      return producer;
    } catch (error) {
      this.#producer = undefined;
      throw error;
    }
  }

  #send(producer: Producer, records: readonly OutgoingRecord[]): Promise<unknown> {
    const byTopic = new Map<string, { key: string; value: string; headers: Record<string, string> }[]>();
    for (const { topic, key, value, headers } of records) {
      const messages = byTopic.get(topic) ?? [];
      messages.push({ key, value, headers });
      byTopic.set(topic, messages);
    }
    const topicMessages = [...byTopic].map(([topic, messages]) => ({ topic, messages }));
    return producer.sendBatch({ acks: -1, timeout: this.times.requestTimeoutMs, topicMessages });
  }

  /** A request on a dead socket may stay silent past every timeout of the client (tulios/kafkajs#919). */
  async #withDeadline(work: Promise<unknown>): Promise<void> {
    const done = new AbortController();
    const deadline = this.times.requestTimeoutMs * 1.5;
    const late = delay(deadline, undefined, { signal: done.signal }).then(
      () => Promise.reject(new DeadlinePassed(`no answer within ${deadline} ms`)),
      () => undefined,
    );
    try {
      await Promise.race([work, late]);
    } finally {
      done.abort();
      work.catch(() => undefined);
    }
  }

  #discard(reason: string): void {
    this.log.warn('the producer is rebuilt', { reason });
    this.#timeouts = 0;
    void this.close();
  }
}

class DeadlinePassed extends BrokerError {
  constructor(message: string) {
    super('retry', message);
  }
}
