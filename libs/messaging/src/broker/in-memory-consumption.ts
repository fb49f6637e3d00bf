import { Backoff } from './backoff.ts';
import type { ConsumeOptions, Consumption, ConsumptionState } from './broker.ts';
import type { InMemoryTopics } from './in-memory-topics.ts';

/** Reads each partition on its own, as soon as there is something in it. */
export class InMemoryConsumption implements Consumption {
  readonly #stopping = new AbortController();
  readonly #paused = new Set<string>();
  readonly #busy = new Map<string, Promise<void>>();
  state: ConsumptionState = 'running';

  constructor(
    readonly options: ConsumeOptions,
    private readonly topics: InMemoryTopics,
    /** Whether the partition is this member's, and the broker there at all. */
    private readonly mayRead: (partition: number) => boolean,
  ) {}

  pause(topic: string, partition: number): void {
    this.#paused.add(`${topic} ${partition}`);
  }

  resume(topic: string, partition: number): void {
    this.#paused.delete(`${topic} ${partition}`);
    this.wake();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#busy.values());
    this.state = 'stopped';
  }

  wake(): void {
    for (const topic of this.options.topics) {
      for (const partition of this.topics.partitionsOf(topic).keys()) this.#start(topic, partition);
    }
  }

  #start(topic: string, partition: number): void {
    const place = `${topic} ${partition}`;
    if (this.#busy.has(place) || this.#next(topic, partition).length === 0) return;
    const reading = this.#drain(topic, partition).finally(() => {
      this.#busy.delete(place);
      this.#start(topic, partition);
    });
    this.#busy.set(place, reading);
  }

  async #drain(topic: string, partition: number): Promise<void> {
    const { group, handler } = this.options;
    const backoff = new Backoff(10, 500);
    for (;;) {
      await Promise.resolve();
      const from = this.topics.offsetOf(group, topic, partition);
      const records = this.#next(topic, partition);
      if (records.length === 0) return;
      try {
        await handler({ topic, partition, records }, this.#stopping.signal);
        this.topics.commit(group, topic, partition, from, (from ?? 0) + records.length);
        backoff.reset();
      } catch {
        await backoff.wait(this.#stopping.signal);
      }
    }
  }

  #next(topic: string, partition: number) {
    const { group, chunkSize } = this.options;
    if (this.#stopping.signal.aborted || this.#paused.has(`${topic} ${partition}`) || !this.mayRead(partition)) return [];
    const from = this.topics.offsetOf(group, topic, partition) ?? 0;
    return this.topics.partitionsOf(topic)[partition]!.slice(from, from + chunkSize);
  }
}
