import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { Relay, type StateSource } from '@yigongti/messaging';
import type { ServiceDefinition } from '../definition.ts';
import type { Metrics } from '../observability/metrics.ts';
import { relayMetrics } from '../observability/messaging-metrics.ts';
import type { Infrastructure } from './infrastructure.ts';
import { messagingLog } from './messaging-log.ts';

/** The service's relay and its consumers: begun when HTTP listens, stopped when it is closed. */
export class MessagingRuntime {
  readonly relay: Relay;

  constructor(app: INestApplicationContext, definition: ServiceDefinition, infrastructure: Infrastructure, metrics: Metrics) {
    const { broker, transactions, databaseUrl, log } = infrastructure;
    this.relay = new Relay({
      url: databaseUrl,
      schema: definition.schema,
      owner: `${hostname()} ${process.pid} ${randomBytes(4).toString('hex')}`,
      broker,
      transactions,
      stateSources: (definition.stateSources ?? []).map((source) => resolve<StateSource>(app, source)),
      log: messagingLog(log),
      metrics: relayMetrics(metrics),
      ...(infrastructure.relayTuning ? { tuning: infrastructure.relayTuning } : {}),
    });
    transactions.afterCommit(this.relay.wakeAfterCommit);
  }

  async start(): Promise<void> {
    this.relay.start();
    await Promise.resolve();
  }

  async stopConsumers(_deadlineMs: number): Promise<void> {
    await Promise.resolve();
  }

  stopRelay(deadlineMs: number): Promise<void> {
    return this.relay.stop(deadlineMs);
  }
}

function resolve<T>(app: INestApplicationContext, token: Type<T>): T {
  return app.get(token, { strict: false });
}
