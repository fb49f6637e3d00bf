import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { wasReplayed } from '@yigongti/database';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import type { ReadAudit } from '../security/read-audit.ts';
import { conventionKey, type Convention } from './decorators.ts';
import { handlerShape } from './handler-shape.ts';
import type { Page } from './page.ts';
import type { RequestGate } from './request-gate.ts';
import { stateOf } from './request-state.ts';

/** What every controller method has in common: admission before it, headers and audit after it. */
export class ConventionsInterceptor implements NestInterceptor {
  readonly #reflector = new Reflector();

  constructor(
    private readonly gate: RequestGate,
    private readonly readAudit: ReadAudit,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const handler = context.getHandler();
    const convention = this.#reflector.get<Convention | undefined>(conventionKey, handler);
    const state = stateOf(request);
    state.useCase = `${context.getClass().name}.${handler.name}`;
    state.command = convention?.kind === 'command' || convention?.kind === 'ndjson';
    this.gate.admit(request, handlerShape(context.getClass(), handler), convention);
    return next.handle().pipe(mergeMap((answer) => this.#finish(answer, convention, request, reply)));
  }

  async #finish(
    answer: unknown,
    convention: Convention | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<unknown> {
    const state = stateOf(request);
    if (!convention || convention.kind === 'ndjson') return answer;
    if (convention.kind === 'command') {
      state.replayed = wasReplayed(state.context!);
      if (state.replayed) void reply.header('idempotency-replayed', 'true');
      if (convention.location) void reply.header('location', convention.location(answer));
      state.aggregateId = idIn(answer, request);
    } else if (convention.audit) {
      await this.readAudit.write(state, convention.audit, answer);
    }
    if (convention.kind === 'list') link(answer as Page<unknown>, request, reply);
    else tag(answer, reply);
    return answer;
  }
}

/** The answer's own id comes first: `contractId` of a view, else the id in the path. */
function idIn(answer: unknown, request: FastifyRequest): string | undefined {
  const fromPath = Object.values((request.params ?? {}) as Record<string, string>)[0];
  if (answer === null || typeof answer !== 'object') return fromPath;
  const first = Object.entries(answer).find(([key, value]) => /^id$|Id$/.test(key) && typeof value === 'string');
  return (first?.[1] as string | undefined) ?? fromPath;
}

function tag(answer: unknown, reply: FastifyReply): void {
  const version = (answer as { version?: unknown } | null | undefined)?.version;
  if (typeof version === 'number') void reply.header('etag', `"${version}"`);
}

/** RFC 8288; filters stay, the cursor is replaced. */
function link(page: Page<unknown>, request: FastifyRequest, reply: FastifyReply): void {
  if (page.next === null) return;
  const [path, query] = request.url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', page.next);
  void reply.header('link', `<${path}?${parameters.toString()}>; rel="next"`);
}
