import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Owner } from '@yigongti/events';
import { configureMessaging } from '@yigongti/messaging';
import type { ServiceDefinition } from '../definition.ts';
import { ConventionsInterceptor } from '../http/conventions.interceptor.ts';
import { RequestGate } from '../http/request-gate.ts';
import { Health } from '../observability/health.ts';
import { observeMessaging } from '../observability/messaging-metrics.ts';
import { Metrics } from '../observability/metrics.ts';
import { NestLog } from '../observability/nest-log.ts';
import { addProbeRoutes } from '../observability/probe-routes.ts';
import { addDocuments } from '../openapi/document-routes.ts';
import { ProblemFilter } from '../problems/problem.filter.ts';
import { Scheduler } from '../scheduler/scheduler.ts';
import { ReadAudit } from '../security/read-audit.ts';
import { addHooks, closeHttp, collectRoutes, createAdapter, serverOf } from './http-server.ts';
import { HostModule } from './host.module.ts';
import type { Infrastructure } from './infrastructure.ts';
import { Lifecycle } from './lifecycle.ts';
import { MessagingRuntime } from './messaging-runtime.ts';

/** A service that is built and not yet listening. */
export interface BuiltService {
  readonly app: NestFastifyApplication;
  readonly lifecycle: Lifecycle;
  readonly health: Health;
  readonly metrics: Metrics;
  readonly messaging: MessagingRuntime;
  readonly scheduler: Scheduler | null;
  /** Turns new requests away and waits for those inside. */
  readonly closeHttp: () => Promise<void>;
  /** Every route that the server knows, `GET /contracts/v1/contracts`: compared with the access table in a spec. */
  readonly routes: readonly string[];
}

/** Builds the service with all conventions around its module. Connects to nothing and does not listen. */
export async function createApp(definition: ServiceDefinition, infrastructure: Infrastructure): Promise<BuiltService> {
  const { clock, dataSource, log, broker, profile } = infrastructure;
  configureMessaging(dataSource, { county: profile.county, service: definition.name as Owner, clock });
  const lifecycle = new Lifecycle();
  const metrics = new Metrics();
  const health = new Health({ dataSource, broker, migrations: definition.migrations, lifecycle });
  const adapter = createAdapter();
  const routes = collectRoutes(adapter);
  const app = await NestFactory.create<NestFastifyApplication>(HostModule.of(definition, infrastructure), adapter, {
    bodyParser: false,
    abortOnError: false,
    // Never buffered: a start that fails or waits must say why at once.
    logger: new NestLog(log),
  });
  const server = serverOf(app);
  addHooks(server, { definition, infrastructure, lifecycle, metrics });
  addProbeRoutes(server, health, metrics);
  addDocuments(app, definition);
  applyConventions(app, infrastructure);
  observe(metrics, definition, infrastructure);
  await app.init();
  const messaging = new MessagingRuntime(app, definition, infrastructure, metrics);
  const scheduler = schedulerOf(app, definition, infrastructure);
  return { app, lifecycle, health, metrics, messaging, scheduler, closeHttp: () => closeHttp(server, lifecycle), routes };
}

function applyConventions(app: NestFastifyApplication, { clock, ids, transactions, lateEntry, log }: Infrastructure): void {
  const gate = new RequestGate({ clock, ids, lateEntry, transactions, log });
  app.useGlobalFilters(new ProblemFilter(log));
  app.useGlobalInterceptors(new ConventionsInterceptor(gate, new ReadAudit(transactions, clock)));
}

function observe(
  metrics: Metrics,
  { name: service, consumers }: ServiceDefinition,
  { broker, transactions }: Infrastructure,
): void {
  const topics = [...new Set(consumers.map((subscription) => subscription.definition.topic))];
  observeMessaging(metrics, { service, topics, broker, transactions });
}

function schedulerOf(
  app: NestFastifyApplication,
  definition: ServiceDefinition,
  infrastructure: Infrastructure,
): Scheduler | null {
  const { sweeps = [], schema, name: service } = definition;
  if (!infrastructure.scheduler || sweeps.length === 0) return null;
  return new Scheduler(app, { infrastructure, databaseUrl: infrastructure.databaseUrl, schema, service, sweeps });
}
