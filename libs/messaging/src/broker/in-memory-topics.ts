import { murmur2 } from '../outbox/bucket.ts';
import type { IncomingRecord, OutgoingRecord } from './broker.ts';

const defaultPartitions = 12;

/** The logs and the groups' offsets of the broker inside the process. */
export class InMemoryTopics {
  readonly #topics = new Map<string, IncomingRecord[][]>();
  readonly #offsets = new Map<string, number>();

  append({ topic, key, value, headers }: OutgoingRecord): void {
    const partitions = this.partitionsOf(topic);
    const partition = (murmur2(Buffer.from(key)) & 0x7fffffff) % partitions.length;
    const log = partitions[partition]!;
    log.push({ topic, partition, offset: BigInt(log.length), key, value, headers: { ...headers } });
  }

  /** A topic that nobody declared gets twelve partitions, as the declared ones have. */
  partitionsOf(topic: string, count = defaultPartitions): IncomingRecord[][] {
    const existing = this.#topics.get(topic);
    if (existing) return existing;
    const made = Array.from({ length: count }, () => []);
    this.#topics.set(topic, made);
    return made;
  }

  /** Null when the group has committed nothing. */
  offsetOf(group: string, topic: string, partition: number): number | null {
    return this.#offsets.get(`${group} ${topic} ${partition}`) ?? null;
  }

  /** Moves on from `from`, unless the group was sent back in between. */
  commit(group: string, topic: string, partition: number, from: number | null, to: number): void {
    if (this.offsetOf(group, topic, partition) === from) this.#offsets.set(`${group} ${topic} ${partition}`, to);
  }

  sendBack(group: string): void {
    for (const place of this.#offsets.keys()) if (place.startsWith(`${group} `)) this.#offsets.set(place, 0);
  }
}
