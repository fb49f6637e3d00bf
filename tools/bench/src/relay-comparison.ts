import kafkajs, { type Producer } from 'kafkajs';
import { KafkajsBroker, Relay, bucketOf, type OutgoingRecord, type RelayMetrics } from '@yigongti/messaging';
import { schema, type BenchDatabase } from './bench-database.ts';
import type { Comparison } from './comparison.ts';
import { keys, nextId, sampleRecords } from './sample.ts';
import { paceOf } from './write-comparison.ts';

const batch = 500;
const records = 20_000;

/** The relay emptying a full outbox, against kafkajs sending the same records: 500 a call, two calls on their way. */
export async function relayComparison(database: BenchDatabase, brokers: string[], topic: string): Promise<Comparison & Closing> {
  const sent = sampleRecords(topic, keys(2_000), records / 2_000);
  const broker = new KafkajsBroker({ brokers, clientId: 'bench-relay' });
  const producer = new kafkajs.Kafka({ brokers, clientId: 'bench-bare', logLevel: kafkajs.logLevel.NOTHING }).producer({
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    allowAutoTopicCreation: false,
  });
  await producer.connect();
  return {
    name: 'relay / bare kafkajs producer',
    unit: 'events',
    floor: 0.75,
    arms: [
      { name: 'relay', run: () => drain(database, broker, sent) },
      { name: 'bare kafkajs', run: () => paceOf(sent.length, () => sendBare(producer, sent)) },
    ],
    close: async () => {
      await producer.disconnect();
      await broker.close(5_000);
    },
  };
}

export interface Closing {
  close(): Promise<void>;
}

/** From the commit that fills the outbox to the delete of its last row. */
async function drain(database: BenchDatabase, broker: KafkajsBroker, sent: readonly OutgoingRecord[]): Promise<number> {
  await database.query('truncate outbox');
  let left = sent.length;
  let done: () => void = () => undefined;
  const emptied = new Promise<void>((resolve) => (done = resolve));
  const metrics: RelayMetrics = {
    published: (_, count) => {
      left -= count;
      if (left <= 0) done();
    },
    backlog: () => undefined,
    leaseLost: () => undefined,
  };
  const relay = new Relay({
    ...{ url: database.url, schema, owner: nextId(), broker, transactions: database.transactions, metrics },
    tuning: { pollBusyMs: 5, pollIdleMs: 5 },
  });
  relay.start();
  await untilAllHeld(database);
  try {
    const filled = await database.transactions.run(async (tx) => {
      await tx.query(fill, columnsOf(sent));
      return performance.now();
    });
    await emptied;
    return (sent.length * 1_000) / (performance.now() - filled);
  } finally {
    await relay.stop(10_000);
  }
}

const fill = `insert into outbox (bucket, event_id, event_type, aggregate_id, aggregate_version, topic, headers, payload)
select * from unnest($1::smallint[], $2::uuid[], $3::text[], $4::uuid[], $5::int[], $6::text[], $7::text[], $8::text[])`;

function columnsOf(sent: readonly OutgoingRecord[]): unknown[][] {
  return [
    sent.map(({ key }) => bucketOf(key)),
    sent.map(() => nextId()),
    sent.map(({ headers }) => headers.ce_type),
    sent.map(({ key }) => key),
    sent.map(({ headers }) => Number(headers.ce_aggversion)),
    sent.map(({ topic }) => topic),
    sent.map(({ headers }) => JSON.stringify(headers)),
    sent.map(({ value }) => value),
  ];
}

async function untilAllHeld(database: BenchDatabase): Promise<void> {
  for (;;) {
    const [row] = await database.query<{ n: number }>('select count(*)::int as n from relay_lease where expires_at > now()');
    if (row!.n === 64) return;
  }
}

async function sendBare(producer: Producer, sent: readonly OutgoingRecord[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(sent.length / batch) }, (_, n) => sent.slice(n * batch, (n + 1) * batch));
  const send = async () => {
    for (let next = batches.shift(); next; next = batches.shift()) {
      const messages = next.map(({ key, value, headers }) => ({ key, value, headers: { ...headers } }));
      await producer.sendBatch({ acks: -1, topicMessages: [{ topic: next[0]!.topic, messages }] });
    }
  };
  await Promise.all([send(), send()]);
}
