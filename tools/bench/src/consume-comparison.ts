import kafkajs from 'kafkajs';
import type { Transactions, Tx } from '@yigongti/database';
import { contractSigned } from '@yigongti/events';
import { Broker, ConsumerRunner, consumeSet, type KafkajsBroker, type OutgoingRecord } from '@yigongti/messaging';
import type { BenchDatabase } from './bench-database.ts';
import type { Comparison } from './comparison.ts';
import { keys, nextId, sampleRecords } from './sample.ts';
import { paceOf } from './write-comparison.ts';

const chunkSize = 200;
const atOnce = 2;
const records = 20_000;

export interface ConsumeBench {
  readonly database: BenchDatabase;
  readonly broker: KafkajsBroker;
  readonly brokers: string[];
  readonly topic: string;
}

/**
 * Events applied through the inbox, against the smaller of two limits: kafkajs reading the records, and the same set-based effect,
 * 200 a transaction, on two connections, without records or inbox.
 */
export async function consumeComparison(bench: ConsumeBench): Promise<Comparison> {
  const sent = sampleRecords(bench.topic, keys(2_000), records / 2_000);
  for (let at = 0; at < sent.length; at += 500) await bench.broker.produce(sent.slice(at, at + 500));
  const fresh = () => bench.database.query('truncate projection');
  return {
    name: 'consume with inbox / min(raw consume, raw effect)',
    unit: 'events',
    floor: 0.75,
    arms: [
      { name: 'with inbox', run: () => fresh().then(() => consumeWithInbox(bench)) },
      { name: 'raw consume', run: () => consumeRaw(bench) },
      { name: 'raw effect', run: () => fresh().then(() => applyRaw(bench.database.transactions, sent)) },
    ],
  };
}

const upsert = `insert into projection as p (contract_id, version, events, data)
select * from unnest($1::uuid[], $2::int[], $3::int[], $4::jsonb[])
on conflict (contract_id) do update set version = excluded.version, events = p.events + excluded.events, data = excluded.data
where p.version < excluded.version`;

interface Effect {
  readonly key: string;
  readonly version: number;
  readonly data: unknown;
}

async function project(tx: Tx, effects: readonly Effect[]): Promise<void> {
  const counts = new Map<string, number>();
  for (const { key } of effects) counts.set(key, (counts.get(key) ?? 0) + 1);
  const last = [...new Map(effects.map((effect) => [effect.key, effect])).values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  await tx.query(upsert, [
    last.map(({ key }) => key),
    last.map(({ version }) => version),
    last.map(({ key }) => counts.get(key)!),
    last.map(({ data }) => JSON.stringify(data)),
  ]);
}

const projectEvents = consumeSet(contractSigned, (tx, events) => {
  return project(
    tx,
    events.map(({ aggregateId: key, aggregateVersion: version, data }) => ({ key, version, data })),
  );
});

/** Units per second between the first record's arrival and the last one's end: joining a group is not consuming. */
class Stopwatch {
  #started = 0;
  #left = records;
  #done: (perSecond: number) => void = () => undefined;
  readonly pace = new Promise<number>((resolve) => (this.#done = resolve));

  begin(): void {
    this.#started ||= performance.now();
  }

  end(count: number): void {
    this.#left -= count;
    if (this.#left <= 0) this.#done((records * 1_000) / (performance.now() - this.#started));
  }
}

async function consumeWithInbox({ database, broker, topic }: ConsumeBench): Promise<number> {
  const watch = new Stopwatch();
  const runner = new ConsumerRunner({
    service: `bench.${nextId()}`,
    subscriptions: [projectEvents],
    resolve: () => {
      throw new Error('the handler is a function');
    },
    broker: watched(broker, topic, watch),
    transactions: database.transactions,
    clock: { now: () => new Date() },
    tuning: { chunkSize },
  });
  await runner.start();
  const pace = await watch.pace;
  await runner.stop(10_000);
  return pace;
}

/** The broker with a stopwatch around each chunk, and the run's own topic in the place of the event's. */
function watched(broker: KafkajsBroker, topic: string, watch: Stopwatch): Broker {
  return Object.assign(Object.create(broker) as Broker, {
    consume: (options: Parameters<Broker['consume']>[0]) =>
      broker.consume({
        ...options,
        topics: [topic],
        handler: async (chunk, signal) => {
          watch.begin();
          await options.handler(chunk, signal);
          watch.end(chunk.records.length);
        },
      }),
  });
}

async function consumeRaw({ brokers, topic }: ConsumeBench): Promise<number> {
  const watch = new Stopwatch();
  const kafka = new kafkajs.Kafka({ brokers, clientId: 'bench-raw', logLevel: kafkajs.logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `bench.${nextId()}`, maxWaitTimeInMs: 250, minBytes: 1 });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    partitionsConsumedConcurrently: atOnce,
    eachBatch: ({ batch }) => {
      watch.begin();
      watch.end(batch.messages.length);
      return Promise.resolve();
    },
  });
  const pace = await watch.pace;
  await consumer.disconnect();
  return pace;
}

async function applyRaw(transactions: Transactions, sent: readonly OutgoingRecord[]): Promise<number> {
  const effects = sent.map(({ key, value, headers }) => ({
    key,
    version: Number(headers.ce_aggversion),
    data: JSON.parse(value) as unknown,
  }));
  // Each connection has keys of its own, as partitions have.
  const halves = [0, 1].map((half) => effects.filter(({ key }) => Number.parseInt(key.slice(-1), 16) % 2 === half));
  return paceOf(effects.length, () =>
    Promise.all(
      halves.map(async (half) => {
        for (let at = 0; at < half.length; at += chunkSize) {
          await transactions.run((tx) => project(tx, half.slice(at, at + chunkSize)));
        }
      }),
    ),
  );
}
