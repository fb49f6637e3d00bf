import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServiceDefinition } from '../definition.ts';
import { bodyBytesMax, useBodyParsers } from '../http/body/body-parsers.ts';
import { doorHook } from '../http/door-hook.ts';
import type { Metrics } from '../observability/metrics.ts';
import { addReporting } from '../observability/report-hook.ts';
import { hostProblems } from '../problems/host-problems.ts';
import { sendProblem } from '../problems/problem.filter.ts';
import { Problem } from '../problems/problem.ts';
import { accessHook } from '../security/access-hook.ts';
import { accessByRoute } from '../security/access-table.ts';
import type { Infrastructure } from './infrastructure.ts';
import type { Lifecycle } from './lifecycle.ts';

export function createAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: bodyBytesMax,
    exposeHeadRoutes: false,
    requestIdHeader: false,
    logger: false,
    // The door hook says it as a problem.
    return503OnClosing: false,
    // What the router itself refuses (a broken escape, an endless parameter) passes no hook and no filter.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(new Problem(hostProblems.unreadable), request, reply),
  });
}

/** Nest brings its own copy of Fastify's types. */
export function serverOf(app: NestFastifyApplication): FastifyInstance {
  return app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
}

/** Names of all routes, filled while they are registered. */
export function collectRoutes(adapter: FastifyAdapter): readonly string[] {
  const routes: string[] = [];
  (adapter.getInstance() as unknown as FastifyInstance).addHook('onRoute', ({ method, url }) => {
    for (const name of [method].flat()) routes.push(`${name} ${url}`);
  });
  return routes;
}

export interface HookSurroundings {
  readonly definition: ServiceDefinition;
  readonly infrastructure: Infrastructure;
  readonly lifecycle: Lifecycle;
  readonly metrics: Metrics;
}

/** Hooks must stand before the routes that they are for. */
export function addHooks(server: FastifyInstance, { definition, infrastructure, lifecycle, metrics }: HookSurroundings): void {
  const rows = accessByRoute(definition.name, definition.access);
  useBodyParsers(server);
  addReporting(server, infrastructure.log, metrics);
  server.addHook('onRequest', doorHook(rows, lifecycle));
  server.addHook('onRequest', accessHook(rows, infrastructure.verifier));
}

/** A connection that was busy when the server closed is kept alive after its answer; nobody comes through it any more. */
export async function closeHttp(server: FastifyInstance, lifecycle: Lifecycle): Promise<void> {
  lifecycle.enter('closing');
  const sweep = setInterval(() => server.server.closeIdleConnections(), 50);
  try {
    await server.close();
  } finally {
    clearInterval(sweep);
  }
}
