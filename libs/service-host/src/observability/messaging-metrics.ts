import type { RelayMetrics } from '@yigongti/messaging';
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
