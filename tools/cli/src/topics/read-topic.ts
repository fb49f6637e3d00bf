import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Broker, Chunk, IncomingRecord } from '@yigongti/messaging';
import { awayFailure } from '../failure.ts';

/** Begins the name of every group of the CLI: an analyst's user may join no other. */
export const groupPrefix = 'analyst-';

/** Milliseconds without a record after which the reading is broken off. */
const silenceMax = 60_000;
const chunkSize = 500;

/**
 * Reads a topic from its first record to the one that is its last when the reading begins, each once, a chunk at a time: nothing is held
 * but the chunk. The records of a key come in order.
 * @throws Failure when the end is not reached, BrokerError, and whatever `take` throws
 */
export async function readTopic(broker: Broker, topic: string, take: (records: readonly IncomingRecord[]) => Promise<void>) {
  const group = `${groupPrefix}cli-${randomUUID()}`;
  const ends = new Map((await broker.lag(group, [topic])).map(({ partition, end }) => [partition, end]));
  const reading = new Reading(ends, take);
  const consumption = await broker.consume({ group, topics: [topic], chunkSize, handler: (chunk) => reading.handle(chunk) });
  try {
    await reading.over();
  } finally {
    await consumption.stop(2_000);
  }
}

class Reading {
  /** Where each partition that is not read to its end goes on. */
  readonly #next = new Map<number, bigint>();
  #heardAt = performance.now();
  #failed: Error | undefined;
  #isBusy = false;

  constructor(
    private readonly ends: ReadonlyMap<number, bigint>,
    private readonly take: (records: readonly IncomingRecord[]) => Promise<void>,
  ) {
    for (const [partition, end] of ends) if (end > 0n) this.#next.set(partition, 0n);
  }

  /** A chunk that the broker delivers again adds nothing, and what came after the end is not told. */
  async handle({ partition, records }: Chunk): Promise<void> {
    const next = this.#next.get(partition);
    const end = this.ends.get(partition) ?? 0n;
    if (next === undefined || this.#failed) return;
    this.#isBusy = true;
    try {
      const fresh = records.filter(({ offset }) => offset >= next && offset < end);
      if (fresh.length > 0) await this.take(fresh);
    } catch (error) {
      this.#failed = error as Error;
      return;
    } finally {
      this.#isBusy = false;
      this.#heardAt = performance.now();
    }
    const after = records.at(-1)!.offset + 1n;
    if (after >= end) this.#next.delete(partition);
    else this.#next.set(partition, after);
  }

  async over(): Promise<void> {
    while (this.#next.size > 0) {
      await delay(20);
      if (this.#failed) throw this.#failed;
      if (!this.#isBusy && performance.now() - this.#heardAt > silenceMax) {
        const left = `${this.#next.size} partitions could not be read to their end`;
        throw awayFailure(left, '读取未完成：Kafka 长时间无响应');
      }
    }
    if (this.#failed) throw this.#failed;
  }
}
