import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { bodyBytesMax, useBodyParsers } from '../http/body-parsers.ts';
import { ConventionsInterceptor } from '../http/conventions.interceptor.ts';
import { RequestGate } from '../http/request-gate.ts';
import { stateOf } from '../http/request-state.ts';
import { routeHook } from '../http/route-hook.ts';
import type { ServiceDefinition } from '../definition.ts';
import { NestLog } from '../observability/nest-log.ts';
import { ProblemFilter } from '../problems/problem.filter.ts';
import { accessHook } from '../security/access-hook.ts';
import { accessByRoute } from '../security/access-table.ts';
import { ReadAudit } from '../security/read-audit.ts';
import { HostModule } from './host.module.ts';
import type { Infrastructure } from './infrastructure.ts';

/** Builds the service with all conventions around its module. Connects to nothing and does not listen. */
export async function createApp(definition: ServiceDefinition, infrastructure: Infrastructure): Promise<NestFastifyApplication> {
  const { clock, ids, transactions, lateEntry, log } = infrastructure;
  const adapter = new FastifyAdapter({ bodyLimit: bodyBytesMax, exposeHeadRoutes: false, requestIdHeader: false, logger: false });
  const app = await NestFactory.create<NestFastifyApplication>(HostModule.of(definition, infrastructure), adapter, {
    bodyParser: false,
    abortOnError: false,
    // Never buffered: a start that fails or waits must say why at once.
    logger: new NestLog(log),
  });
  prepare(adapter.getInstance(), definition, infrastructure);
  app.useGlobalFilters(new ProblemFilter(log));
  app.useGlobalInterceptors(
    new ConventionsInterceptor(new RequestGate({ clock, ids, lateEntry, transactions }), new ReadAudit(transactions, clock)),
  );
  return app;
}

/** Hooks must stand before the routes that they are for. */
function prepare(server: FastifyInstance, definition: ServiceDefinition, { verifier }: Infrastructure): void {
  const rows = accessByRoute(definition.name, definition.access);
  useBodyParsers(server);
  server.addHook('onRequest', async (request, reply) => {
    stateOf(request);
    void reply.header('x-content-type-options', 'nosniff').header('cache-control', 'no-store');
  });
  server.addHook('onRequest', routeHook(rows));
  server.addHook('onRequest', accessHook(rows, verifier));
}
