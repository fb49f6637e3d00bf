import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { ConsumerRunner, Relay } from '@yigongti/messaging';
import type { ServiceDefinition } from '../definition.ts';
import { consumerMetrics, relayMetrics } from '../observability/messaging-metrics.ts';
import type { Metrics } from '../observability/metrics.ts';
import { tracedSubscription } from '../observability/traced-subscription.ts';
import type { Infrastructure } from './infrastructure.ts';
import { messagingLog } from '../observability/messaging-log.ts';

/** The service's relay and its consumers: begun when HTTP listens, stopped when it is closed. */
export class MessagingRuntime {
  readonly relay: Relay;
  readonly consumers: ConsumerRunner;

  constructor(app: INestApplicationContext, definition: ServiceDefinition, infrastructure: Infrastructure, metrics: Metrics) {
    const { broker, transactions, clock, databaseUrl, relayTuning, consumerTuning } = infrastructure;
    const log = messagingLog(infrastructure.log);
    const resolve = <T>(token: abstract new (...dependencies: never[]) => T): T =>
      app.get<T>(token as Type<T>, { strict: false });
    this.relay = new Relay({
      url: databaseUrl,
      schema: definition.schema,
      owner: `${hostname()} ${process.pid} ${randomBytes(4).toString('hex')}`,
      broker,
      transactions,
      stateSources: (definition.stateSources ?? []).map((source) => resolve(source)),
      log,
      metrics: relayMetrics(metrics),
      tuning: relayTuning ?? {},
    });
    this.consumers = new ConsumerRunner({
      service: definition.name,
      subscriptions: definition.consumers.map((subscription) => tracedSubscription(subscription, resolve, infrastructure.log)),
      resolve,
      broker,
      transactions,
      clock,
      log,
      metrics: consumerMetrics(metrics),
      tuning: consumerTuning ?? {},
    });
    transactions.afterCommit(this.relay.wakeAfterCommit);
  }

  async start(): Promise<void> {
    this.relay.start();
    await this.consumers.start();
  }

  stopConsumers(deadlineMs: number): Promise<void> {
    return this.consumers.stop(deadlineMs);
  }

  stopRelay(deadlineMs: number): Promise<void> {
    return this.relay.stop(deadlineMs);
  }
}
