import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { stateOf, type RequestState } from '../http/request-state.ts';
import type { Metrics } from './metrics.ts';

/** Scrapes and probes come every few seconds and say nothing. */
const silentRoutes = new Set(['/livez', '/readyz', '/metrics']);

/**
 * After the last byte: one line per command, with who, what and how it ended, and its figures. Reads are debug unless they failed.
 * Never a body, never a query string, which may name people.
 */
export function reportHook(log: Logger, metrics: Metrics) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const route = request.routeOptions.url ?? 'unknown';
    const state = stateOf(request);
    state.span.setAttribute('http.response.status_code', reply.statusCode);
    state.span.end(reply.statusCode >= 500 ? state.problem?.definition.code : undefined);
    if (silentRoutes.has(route)) return;
    const seconds = (performance.now() - state.startedAt) / 1000;
    const outcome = outcomeOf(state, reply.statusCode);
    const code = state.problem?.definition.code ?? '';
    metrics.duration.observe({ method: request.method, route, status: reply.statusCode }, seconds);
    if (state.problem) metrics.problems.inc({ type: code, status: reply.statusCode });
    // What was turned away before its handler was found is a command by its method.
    state.command ??= request.method !== 'GET' && !request.is404;
    const command = `${request.method} ${route}`;
    if (state.command) metrics.commands.inc({ command, outcome, code });
    countLines(state, command, metrics);
    log[levelOf(state, reply.statusCode)](
      lineOf(request, reply, { command, outcome, code, durationMs: Math.round(seconds * 1000) }),
      'request',
    );
  };
}

function levelOf(state: RequestState, status: number): 'debug' | 'info' | 'warn' {
  if (status >= 500) return 'warn';
  return state.command || status >= 400 ? 'info' : 'debug';
}

function outcomeOf(state: RequestState, status: number): string {
  if (status >= 500) return 'failed';
  if (status >= 400) return 'refused';
  return state.replayed ? 'replayed' : 'accepted';
}

function countLines({ upload }: RequestState, command: string, metrics: Metrics): void {
  if (!upload) return;
  metrics.importLines.inc({ command, outcome: 'accepted' }, upload.counts.accepted);
  metrics.importLines.inc({ command, outcome: 'refused' }, upload.counts.refused);
}

function lineOf(request: FastifyRequest, reply: FastifyReply, head: Record<string, string | number>): object {
  const { caller, correlationId, aggregateId, trace, upload, useCase } = stateOf(request);
  return {
    ...head,
    code: head.code === '' ? undefined : head.code,
    useCase,
    status: reply.statusCode,
    actor: caller?.subject,
    client: caller?.clientId,
    institution: caller?.institutionCode,
    role: caller?.role,
    aggregateId,
    lines: upload?.counts,
    correlationId,
    traceId: trace.traceId,
  };
}
