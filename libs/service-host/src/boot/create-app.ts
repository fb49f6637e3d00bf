import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Owner } from '@yigongti/events';
import { configureMessaging } from '@yigongti/messaging';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServiceDefinition } from '../definition.ts';
import { bodyBytesMax, useBodyParsers } from '../http/body/body-parsers.ts';
import { ConventionsInterceptor } from '../http/conventions.interceptor.ts';
import { doorHook } from '../http/door-hook.ts';
import { RequestGate } from '../http/request-gate.ts';
import { Health } from '../observability/health.ts';
import { Metrics } from '../observability/metrics.ts';
import { observeMessaging } from '../observability/messaging-metrics.ts';
import { NestLog } from '../observability/nest-log.ts';
import { addProbeRoutes } from '../observability/probe-routes.ts';
import { reportHook } from '../observability/report-hook.ts';
import { addDocuments } from '../openapi/document-routes.ts';
import { hostProblems } from '../problems/host-problems.ts';
import { ProblemFilter, sendProblem } from '../problems/problem.filter.ts';
import { Problem } from '../problems/problem.ts';
import { Scheduler } from '../scheduler/scheduler.ts';
import { accessHook } from '../security/access-hook.ts';
import { accessByRoute } from '../security/access-table.ts';
import { ReadAudit } from '../security/read-audit.ts';
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
  const { clock, ids, transactions, lateEntry, log, dataSource, broker, profile } = infrastructure;
  configureMessaging(dataSource, { county: profile.county, service: definition.name as Owner, clock });
  const lifecycle = new Lifecycle();
  const metrics = new Metrics();
  const health = new Health({ dataSource, broker, migrations: definition.migrations, lifecycle });
  const adapter = new FastifyAdapter({
    bodyLimit: bodyBytesMax,
    exposeHeadRoutes: false,
    requestIdHeader: false,
    logger: false,
    return503OnClosing: false,
    // What the router itself refuses (a broken escape, an endless parameter) passes no hook and no filter.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(new Problem(hostProblems.unreadable), request, reply),
  });
  const routes = collectRoutes(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(HostModule.of(definition, infrastructure), adapter, {
    bodyParser: false,
    abortOnError: false,
    // Never buffered: a start that fails or waits must say why at once.
    logger: new NestLog(log),
  });
  const server = adapter.getInstance();
  addHooks(server, definition, infrastructure, { lifecycle, metrics });
  addProbeRoutes(server, health, metrics);
  app.useGlobalFilters(new ProblemFilter(log));
  app.useGlobalInterceptors(
    new ConventionsInterceptor(new RequestGate({ clock, ids, lateEntry, transactions }), new ReadAudit(transactions, clock)),
  );
  addDocuments(app, definition);
  observeMessaging(metrics, {
    service: definition.name,
    topics: [...new Set(definition.consumers.map((subscription) => subscription.definition.topic))],
    broker,
    transactions,
  });
  await app.init();
  return {
    app,
    lifecycle,
    health,
    metrics,
    messaging: new MessagingRuntime(app, definition, infrastructure, metrics),
    scheduler: schedulerOf(app, definition, infrastructure),
    closeHttp: () => {
      lifecycle.enter('closing');
      return closeHttp(server);
    },
    routes,
  };
}

/** Hooks must stand before the routes that they are for. */
function addHooks(
  server: FastifyInstance,
  definition: ServiceDefinition,
  { verifier, log }: Infrastructure,
  { lifecycle, metrics }: { lifecycle: Lifecycle; metrics: Metrics },
): void {
  const rows = accessByRoute(definition.name, definition.access);
  useBodyParsers(server);
  server.addHook('onRequest', doorHook(rows, lifecycle));
  server.addHook('onRequest', accessHook(rows, verifier));
  server.addHook('onResponse', reportHook(log, metrics));
}

function collectRoutes(server: FastifyInstance): string[] {
  const routes: string[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    for (const name of [method].flat()) routes.push(`${name} ${url}`);
  });
  return routes;
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

/** A connection that was busy when the server closed is kept alive after its answer; nobody comes through it any more. */
async function closeHttp(server: FastifyInstance): Promise<void> {
  const sweep = setInterval(() => server.server.closeIdleConnections(), 50);
  try {
    await server.close();
  } finally {
    clearInterval(sweep);
  }
}
