import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { stateOf, type RequestState } from '../http/request-state.ts';
import type { Metrics } from './metrics.ts';

/** Scrapes and probes come every few seconds and say nothing. */
const silentRoutes = new Set(['/livez', '/readyz', '/metrics']);

/**
 * After the last byte: one line per command, with who, what and how it ended, and its figures. Reads are debug unless they failed.
 * Never a body, never a query string, which may name people. Fastify tells of answers that were sent whole only; a client that went away
 * is reported when its handler has ended, or when its stream broke.
 */
export function addReporting(server: FastifyInstance, log: Logger, metrics: Metrics): void {
  const report = reporter(log, metrics);
  server.addHook('onRequest', async (request, reply) => {
    reply.raw.once('close', () => {
      if (reply.raw.headersSent) report(request, reply);
      else stateOf(request).clientGone = true;
    });
  });
  server.addHook('onSend', async (request, reply) => {
    if (stateOf(request).clientGone) report(request, reply);
  });
  server.addHook('onResponse', async (request, reply) => report(request, reply));
}

function reporter(log: Logger, metrics: Metrics) {
  return (request: FastifyRequest, reply: FastifyReply): void => {
    const route = request.routeOptions.url ?? 'unknown';
    const state = stateOf(request);
    if (state.reported) return;
    state.reported = true;
    state.span.setAttribute('http.response.status_code', reply.statusCode);
    state.span.end(reply.statusCode >= 500 ? state.problem?.definition.code : undefined);
    if (!silentRoutes.has(route)) count(state, { log, metrics, request, reply, route });
  };
}

interface Surroundings {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly route: string;
}

function count(state: RequestState, { log, metrics, request, reply, route }: Surroundings): void {
  const { method } = request;
  const { statusCode: status } = reply;
  const seconds = (performance.now() - state.startedAt) / 1000;
  const outcome = outcomeOf(state, status);
  const code = state.problem?.definition.code ?? '';
  metrics.duration.observe({ method, route, status }, seconds);
  if (state.problem) metrics.problems.inc({ type: code, status });
  // What was turned away before its handler was found is a command by its method.
  state.command ??= method !== 'GET' && !request.is404;
  const command = `${method} ${route}`;
  if (state.command) metrics.commands.inc({ command, outcome, code });
  countLines(state, command, metrics);
  const head = { command, outcome, code, status, durationMs: Math.round(seconds * 1000) };
  log[levelOf(state, status)](lineOf(state, head), 'request');
}

function levelOf(state: RequestState, status: number): 'debug' | 'info' | 'warn' {
  if (status >= 500) return 'warn';
  return state.command || status >= 400 ? 'info' : 'debug';
}

function outcomeOf(state: RequestState, status: number): string {
  const brokenOff = status === 200 && state.upload?.finished === false;
  if (status >= 500 || brokenOff) return 'failed';
  if (status >= 400) return 'refused';
  return state.replayed ? 'replayed' : 'accepted';
}

function countLines({ upload }: RequestState, command: string, metrics: Metrics): void {
  if (!upload) return;
  metrics.importLines.inc({ command, outcome: 'accepted' }, upload.counts.accepted);
  metrics.importLines.inc({ command, outcome: 'refused' }, upload.counts.refused);
}

function lineOf(state: RequestState, head: Record<string, string | number>): object {
  const { caller, correlationId, aggregateId, trace, upload, useCase, clientGone } = state;
  return {
    ...head,
    code: head.code === '' ? undefined : head.code,
    useCase,
    actor: caller?.subject,
    client: caller?.clientId,
    institution: caller?.institutionCode,
    role: caller?.role,
    aggregateId,
    lines: upload?.counts,
    clientGone,
    correlationId,
    traceId: trace.traceId,
  };
}
