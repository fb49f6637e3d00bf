import {
  Broker,
  type ConsumeOptions,
  type Consumption,
  type IncomingRecord,
  type OutgoingRecord,
  type PartitionLag,
  type TopicSpec,
} from '../src/broker/broker.ts';

export type Produce = (records: readonly OutgoingRecord[], mayWrite?: () => boolean) => Promise<void>;

/** A broker with something done between the caller and the real one. */
export class Between extends Broker {
  constructor(
    private readonly broker: Broker,
    private readonly around: {
      readonly produce?: (next: Produce, records: readonly OutgoingRecord[], mayWrite: () => boolean) => Promise<void>;
      readonly chunk?: (next: () => Promise<void>) => Promise<void>;
    },
  ) {
    super();
  }

  override produce(records: readonly OutgoingRecord[], mayWrite: () => boolean = () => true): Promise<void> {
    const next: Produce = (...rest) => this.broker.produce(...rest);
    return this.around.produce ? this.around.produce(next, records, mayWrite) : next(records, mayWrite);
  }

  override consume(options: ConsumeOptions): Promise<Consumption> {
    const { chunk } = this.around;
    if (!chunk) return this.broker.consume(options);
    return this.broker.consume({
      ...options,
      handler: (records, signal) => chunk(() => options.handler(records, signal)),
    });
  }

  override lag(group: string, topics: readonly string[]): Promise<PartitionLag[]> {
    return this.broker.lag(group, topics);
  }

  override ensureTopics(topics: readonly TopicSpec[]): Promise<void> {
    return this.broker.ensureTopics(topics);
  }

  override ping(): Promise<boolean> {
    return this.broker.ping();
  }

  override close(deadlineMs: number): Promise<void> {
    return this.broker.close(deadlineMs);
  }
}

/** Everything that lies on a topic now, partition by partition in offset order. */
export async function readAll(broker: Broker, topic: string, group: string): Promise<IncomingRecord[]> {
  const records: IncomingRecord[] = [];
  const ends = (await broker.lag(group, [topic])).filter(({ end }) => end > 0n);
  const left = new Map(ends.map(({ partition, end }) => [partition, end]));
  if (left.size === 0) return [];
  await new Promise<void>((resolve, reject) => {
    const handler = ({ records: chunk, partition }: { records: readonly IncomingRecord[]; partition: number }) => {
      records.push(...chunk);
      if (chunk.at(-1)!.offset + 1n >= (left.get(partition) ?? 0n)) left.delete(partition);
      if (left.size === 0) resolve();
      return Promise.resolve();
    };
    const consuming = broker.consume({ group, topics: [topic], chunkSize: 500, handler });
    consuming.then((consumption) => stops.set(group, consumption), reject);
  });
  await stops.get(group)?.stop(5_000);
  return records.sort((a, b) => a.partition - b.partition || Number(a.offset - b.offset));
}

const stops = new Map<string, Consumption>();

/** Versions of each key in the order in which they first appear on the topic. */
export function firstAppearances(records: readonly IncomingRecord[]): Map<string, number[]> {
  const seen = new Map<string, number[]>();
  for (const { key, headers } of records) {
    const versions = seen.get(key!) ?? [];
    const version = Number(headers.ce_aggversion);
    if (!versions.includes(version)) versions.push(version);
    seen.set(key!, versions);
  }
  return seen;
}
