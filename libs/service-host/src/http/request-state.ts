import type { Caller, CommandContext } from '@yigongti/kernel';
import type { FastifyRequest } from 'fastify';
import { SpanKind } from '@opentelemetry/api';
import { openSpan, type OpenSpan } from '../observability/spans.ts';
import type { TraceContext } from '../observability/trace-context.ts';
import type { Upload } from '../ndjson/upload.ts';
import type { Problem } from '../problems/problem.ts';

/** What the host knows about a request, from its first byte to its log line. */
export interface RequestState {
  readonly startedAt: number;
  readonly trace: TraceContext;
  readonly span: OpenSpan;
  /** Set after the token was verified. */
  caller?: Caller;
  correlationId?: string;
  context?: CommandContext;
  /** The NDJSON on its way in, on routes that take it. */
  upload?: Upload;
  /** `SignContract`-like name of what ran, for the log line and the metrics. */
  useCase?: string;
  /** Whether the route changes something. */
  command?: boolean;
  aggregateId?: string;
  replayed?: boolean;
  /** The connection ended before there was an answer to send. */
  clientGone?: boolean;
  reported?: boolean;
  problem?: Problem;
}

const states = new WeakMap<object, RequestState>();

export function stateOf(request: FastifyRequest): RequestState {
  const known = states.get(request.raw);
  if (known) return known;
  const span = openSpan(`${request.method} ${request.routeOptions.url ?? 'unknown'}`, SpanKind.SERVER, headerOf(request));
  const state: RequestState = { startedAt: performance.now(), trace: span.trace, span };
  states.set(request.raw, state);
  return state;
}

function headerOf(request: FastifyRequest): string | null {
  const { traceparent } = request.headers;
  return typeof traceparent === 'string' ? traceparent : null;
}
