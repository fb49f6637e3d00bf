import type { Transactions } from '@yigongti/database';
import type { Broker, ConsumerMetrics, RelayMetrics } from '@yigongti/messaging';
import { Counter, Gauge } from 'prom-client';
import type { Metrics } from './metrics.ts';

/** The relay's figures in the service's registry. */
export function relayMetrics({ registry }: Metrics): RelayMetrics {
  const registers = [registry];
  const published = new Counter({
    name: 'outbox_publish_total',
    help: 'Events acknowledged by the broker',
    labelNames: ['type'],
    registers,
  });
  const pending = new Gauge({ name: 'outbox_pending', help: 'Events not yet published', registers });
  const oldest = new Gauge({ name: 'outbox_oldest_age_seconds', help: 'Age of the oldest event not yet published', registers });
  const lost = new Counter({
    name: 'outbox_lease_lost_total',
    help: 'Buckets that another relay took or that lapsed',
    registers,
  });
  return {
    published: (type, count) => published.inc({ type }, count),
    backlog: (rows, age) => {
      pending.set(rows);
      oldest.set(age);
    },
    leaseLost: (buckets) => lost.inc(buckets),
  };
}

/** The consumers' figures in the service's registry. */
export function consumerMetrics({ registry }: Metrics): ConsumerMetrics {
  const registers = [registry];
  const labelNames = ['type'] as const;
  const applied = new Counter({ name: 'inbox_applied_total', help: 'Events taken by the inbox', labelNames, registers });
  const parked = new Counter({
    name: 'inbox_parked_total',
    help: 'Events put aside with their key',
    labelNames: ['type', 'waits'],
    registers,
  });
  const dead = new Counter({ name: 'inbox_dead_total', help: 'Events given up', labelNames, registers });
  return {
    applied: (type, count) => applied.inc({ type }, count),
    parked: (type, waits) => parked.inc({ type, waits: String(waits) }),
    dead: (type) => dead.inc({ type }),
  };
}

export interface ObservedMessaging {
  readonly service: string;
  readonly topics: readonly string[];
  readonly broker: Broker;
  readonly transactions: Transactions;
}

/** What is asked of database and broker at each scrape. */
export function observeMessaging(metrics: Metrics, { service, topics, broker, transactions }: ObservedMessaging): void {
  const one = (name: string, help: string, query: string) =>
    metrics.observe({
      name,
      help,
      read: async () => {
        const [row] = await transactions.run((tx) => tx.query<{ value: number }[]>(query));
        return [{ labels: {}, value: row?.value ?? 0 }];
      },
    });
  one('parked_keys', 'Keys whose events wait in order', 'select count(distinct key)::int as value from parked_event');
  one(
    'dlt_depth',
    'Events given up and not yet decided on',
    "select count(*)::int as value from dead_event where state = 'DEAD'",
  );
  one(
    'pg_xmin_age_seconds',
    'Age of the oldest open transaction of the database',
    `select coalesce(extract(epoch from
    max(clock_timestamp() - xact_start)), 0)::float8 as value from pg_stat_activity where datname = current_database()`,
  );
  if (topics.length === 0) return;
  metrics.observe({
    name: 'consumer_lag',
    help: 'Records not yet taken, by partition',
    labelNames: ['topic', 'partition'],
    read: async () => {
      const lags = await broker.lag(service, topics);
      return lags.map(({ topic, partition, committed, end }) => ({
        labels: { topic, partition },
        value: Number(end - (committed ?? 0n)),
      }));
    },
  });
}
