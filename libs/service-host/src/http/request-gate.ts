import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Transactions } from '@yigongti/database';
import { Refused, formatInstant, parseInstant, type Clock, type CommandContext, type Ids, type Instant } from '@yigongti/kernel';
import type { FastifyRequest } from 'fastify';
import { UploadQuery } from '../ndjson/ndjson-command.ts';
import { Receipts } from '../ndjson/receipts.ts';
import { Upload } from '../ndjson/upload.ts';
import { traceparentOf } from '../observability/trace-context.ts';
import { hostProblems } from '../problems/host-problems.ts';
import { Problem, type ProblemReason } from '../problems/problem.ts';
import { canonicalJson } from './body/canonical-json.ts';
import type { Logger } from 'pino';
import { describeFault } from '../problems/describe-fault.ts';
import type { Convention } from './decorators.ts';
import { isInstantText } from './shape/field-decorators.ts';
import type { HandlerShape } from './handler-shape.ts';
import { correlationIdOf, readCommandHeaders, reasonOf, type ReadHeaders } from './headers.ts';
import { occurredAtRefusals, type LateEntry } from './occurred-at.ts';
import { stateOf } from './request-state.ts';
import { shape } from './shape/shape.ts';

export interface GateOptions {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly lateEntry: LateEntry;
  readonly transactions: Transactions;
  readonly log: Logger;
}

/** Lets a request through to its handler: first all faults of shape at once, then what the clock has to say. */
export class RequestGate {
  constructor(private readonly options: GateOptions) {}

  /** Replaces body and query by their DTOs. @throws Problem | Refused */
  admit(request: FastifyRequest, handler: HandlerShape, convention: Convention | undefined): void {
    const correlationId = correlationIdOf(request, this.options.ids);
    const faults: ProblemReason[] = correlationId === null ? [reasonOf(hostProblems.correlationInvalid)] : [];
    stateOf(request).correlationId = correlationId ?? undefined;
    const changes = convention?.kind === 'command' || convention?.kind === 'ndjson';
    const headers = changes ? readCommandHeaders(request) : null;
    faults.push(...(headers?.faults ?? []));
    const rawBody = request.body;
    if (rawBody !== undefined && rawBody instanceof Readable !== (convention?.kind === 'ndjson'))
      throw new Problem(hostProblems.mediaType);
    const query = handler.query ?? (convention?.kind === 'ndjson' ? UploadQuery : null);
    if (query) request.query = shaped(query, request.query, faults);
    if (handler.body && convention?.kind !== 'ndjson') request.body = shapedBody(handler.body, rawBody, faults);
    if (convention?.kind === 'ndjson' && rawBody === undefined) faults.push(reasonOf(hostProblems.bodyMissing));
    if (faults.length > 0) throw shapeProblem(faults);
    if (headers) this.#command(request, convention as Convention, headers, rawBody);
    if (convention?.kind === 'ndjson') stateOf(request).upload = this.#upload(request, convention);
  }

  #upload(request: FastifyRequest, convention: Convention & { kind: 'ndjson' }): Upload {
    const { clock, lateEntry, transactions, log } = this.options;
    const state = stateOf(request);
    const { dryRun, atomic } = request.query as UploadQuery;
    return new Upload({
      stream: request.body as Readable,
      context: state.context!,
      rules: { dto: convention.line, clock, lateEntry },
      transactions,
      receipts: new Receipts(transactions, clock),
      linesMax: convention.linesMax,
      atomic: atomic === 'true',
      dryRun: dryRun === 'true',
      onBroken: (error) => log.warn({ traceId: state.trace.traceId, fault: describeFault(error) }, 'upload broken off'),
    });
  }

  #command(request: FastifyRequest, convention: Convention, headers: ReadHeaders, rawBody: unknown): void {
    const state = stateOf(request);
    const asksForVersion = convention.kind === 'command' && convention.ifMatch;
    if (asksForVersion && headers.expectedVersion === null) throw new Problem(hostProblems.ifMatchMissing);
    const recordedAt = formatInstant(this.options.clock.now());
    const occurredAt = occurredAtOf(rawBody) ?? recordedAt;
    const context: CommandContext = {
      caller: state.caller!,
      // Callers may write any offset; from here on every instant is written the same way.
      occurredAt: formatInstant(parseInstant(occurredAt)),
      recordedAt,
      correlationId: state.correlationId!,
      causationId: null,
      traceparent: traceparentOf(state.trace),
      expectedVersion: asksForVersion ? headers.expectedVersion : null,
      idempotency: {
        key: headers.idempotencyKey!,
        requestHash: convention.kind === 'command' ? hashOf(request, rawBody) : '',
        route: `${request.method} ${request.routeOptions.url}`,
      },
      audit: convention.audit,
    };
    const refusals = occurredAtRefusals(occurredAt, this.options.clock, this.options.lateEntry);
    if (refusals.length > 0) throw new Refused(refusals);
    state.context = context;
  }
}

/** The path with its ids, the query without its meaning for people, the version decided on, the body as it was meant. */
function hashOf(request: FastifyRequest, body: unknown): string {
  const version = request.headers['if-match'] ?? '';
  return createHash('sha256')
    .update(`${request.method} ${request.url} ${version}\n${canonicalJson(body ?? null)}`)
    .digest('hex');
}

function occurredAtOf(body: unknown): Instant | null {
  const value = (body as { occurredAt?: unknown } | null | undefined)?.occurredAt;
  return isInstantText(value) ? value : null;
}

function shaped(dto: new () => object, plain: unknown, faults: ProblemReason[]): object {
  const result = shape(dto, { ...(plain as object) });
  faults.push(...result.faults);
  return result.value;
}

function shapedBody(dto: new () => object, body: unknown, faults: ProblemReason[]): object {
  if (body === undefined || body === null) {
    faults.push(reasonOf(hostProblems.bodyMissing));
    return {};
  }
  const result = shape(dto, body);
  faults.push(...result.faults);
  return result.value;
}

/** One reason of the host's own keeps its code; otherwise the reasons stand under the common one. */
export function shapeProblem(faults: readonly ProblemReason[]): Problem {
  const own = Object.values(hostProblems).find(
    ({ code }) => faults.length === 1 && code === faults[0]!.code && faults[0]!.pointer === undefined,
  );
  return new Problem(own ?? hostProblems.invalid, { reasons: faults });
}
