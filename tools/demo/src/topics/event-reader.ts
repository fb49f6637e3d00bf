import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { fromCloudEventHeaders, topicsOf, type Envelope } from '@yigongti/events';
import { KafkajsBroker, type IncomingRecord, type PartitionLag } from '@yigongti/messaging';

/** An event as it lies in its topic. */
export interface TopicEvent extends Envelope {
  readonly topic: string;
  readonly key: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Milliseconds without a record after which the reading is broken off: the broker is away. */
const silenceMax = 60_000;
const chunkSize = 500;

/**
 * Reads every topic from its first to its last record, as an analyst would who has nothing but the broker's address.
 * @throws Error when the end is not reached
 */
export async function readTopics(brokers: readonly string[], take: (record: IncomingRecord) => void): Promise<void> {
  const broker = new KafkajsBroker({ brokers, clientId: 'yigongti-demo' });
  const topics = topicsOf().map(({ name }) => name);
  const group = `yigongti-demo-${randomUUID()}`;
  try {
    const missing = new Map(
      (await broker.lag(group, topics)).filter(({ end }) => end > 0n).map((lag) => [placeOf(lag), lag.end]),
    );
    let heardAt = performance.now();
    const handler = ({ topic, partition, records }: { topic: string; partition: number; records: readonly IncomingRecord[] }) => {
      heardAt = performance.now();
      records.forEach(take);
      const place = placeOf({ topic, partition });
      const end = missing.get(place);
      if (end !== undefined && records.at(-1)!.offset + 1n >= end) missing.delete(place);
      return Promise.resolve();
    };
    await broker.consume({ group, topics, chunkSize, handler });
    while (missing.size > 0) {
      await delay(50);
      if (performance.now() - heardAt > silenceMax) throw new Error(`${missing.size} partitions could not be read to their end`);
    }
  } finally {
    await broker.close(5_000);
  }
}

function placeOf({ topic, partition }: Pick<PartitionLag, 'topic' | 'partition'>): string {
  return `${topic}/${partition}`;
}

/** The event in a record; null for a tombstone. A relay may publish an event twice: whoever counts must know events by their ids. */
export function eventIn({ topic, key, value, headers }: IncomingRecord): TopicEvent | null {
  if (value === null) return null;
  return { ...fromCloudEventHeaders(headers), topic, key: key ?? '', data: JSON.parse(value) as Record<string, unknown> };
}
