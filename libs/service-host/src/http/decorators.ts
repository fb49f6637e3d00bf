import { applyDecorators, createParamDecorator, type ExecutionContext, HttpCode, SetMetadata } from '@nestjs/common';
import type { AuditDeclaration, Caller, CommandContext, Uuid } from '@yigongti/kernel';
import type { FastifyRequest } from 'fastify';
import { documentConvention } from '../openapi/convention-extension.ts';
import { stateOf } from './request-state.ts';

/** Declares whose record an answer shows or changes; the host writes the audit rows. */
export interface RouteAudit<Answer> {
  /** A verb: `sign`, `read`. */
  readonly action: string;
  /** The kind of record: `contract`. */
  readonly resource: string;
  /** Ids of the residents concerned. For a list it is called with the whole page. */
  readonly subjects: (answer: Answer) => readonly Uuid[];
}

export interface CommandOptions<Answer> {
  /** 200 unless said: 201 with `location` for what was created, 202 for what goes on. */
  readonly status?: 200 | 201 | 202;
  readonly location?: (answer: Answer) => string;
  /** Asks for `If-Match` (428 without) and gives it as `context.expectedVersion`. */
  readonly ifMatch?: boolean;
  readonly audit?: RouteAudit<Answer>;
}

export interface ReadOptions<Answer> {
  readonly audit?: RouteAudit<Answer>;
}

export type Convention =
  | {
      readonly kind: 'command';
      readonly status: number;
      readonly ifMatch: boolean;
      readonly audit: AuditDeclaration | null;
      readonly location: ((answer: unknown) => string) | null;
    }
  | { readonly kind: 'read' | 'list'; readonly audit: AuditDeclaration | null }
  | {
      readonly kind: 'ndjson';
      readonly line: new () => object;
      readonly linesMax: number;
      readonly audit: AuditDeclaration | null;
    };

export const conventionKey = 'yigongti:convention';

export function declare(convention: Convention): MethodDecorator {
  const ifMatch = convention.kind === 'command' && convention.ifMatch;
  return applyDecorators(SetMetadata(conventionKey, convention), documentConvention(convention.kind, ifMatch));
}

/**
 * A route that changes something: asks for `Idempotency-Key`, reads `occurredAt` of the body and hands the use case a `CommandContext`
 * by `@Context()`. An answer with `version` gets an `ETag`.
 */
export function Command<Answer>(options: CommandOptions<Answer> = {}): MethodDecorator {
  const status = options.status ?? 200;
  const convention: Convention = {
    kind: 'command',
    status,
    ifMatch: options.ifMatch ?? false,
    audit: (options.audit as AuditDeclaration | undefined) ?? null,
    location: (options.location as ((answer: unknown) => string) | undefined) ?? null,
  };
  return applyDecorators(declare(convention), HttpCode(status));
}

/** A route that shows one thing. With `audit`, its rows are written before the answer leaves. */
export function Read<Answer>(options: ReadOptions<Answer> = {}): MethodDecorator {
  return declare({ kind: 'read', audit: (options.audit as AuditDeclaration | undefined) ?? null });
}

/** A route that returns a `Page`; the host writes the `Link` header. */
export function List<Answer>(options: ReadOptions<Answer> = {}): MethodDecorator {
  return declare({ kind: 'list', audit: (options.audit as AuditDeclaration | undefined) ?? null });
}

function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}

/** The `CommandContext` of a `@Command` route. */
export const Context = createParamDecorator((_: unknown, context: ExecutionContext): CommandContext => {
  const built = stateOf(requestOf(context)).context;
  if (!built) throw new Error(`${context.getHandler().name}: @Context() needs @Command()`);
  return built;
});

/** Who calls, on any route that is not public. */
export const CallerParam = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = stateOf(requestOf(context));
  if (!caller) throw new Error(`${context.getHandler().name}: @CallerParam() on a public route`);
  return caller;
});
