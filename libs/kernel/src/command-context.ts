import type { Instant } from './calendar/dates.ts';
import type { Uuid } from './ids.ts';
import type { Role } from './roles.ts';

/** Who calls, as the verified token says. */
export interface Caller {
  /** Actor: the person, or the system itself with client credentials (claim `sub`). */
  readonly subject: string;
  readonly clientId: string;
  /** Code of the institution that the caller acts for (claim `org`). */
  readonly institutionCode: string;
  readonly role: Role;
  readonly scopes: readonly string[];
}

/** The client's key of a command, with what is needed to tell a repeat from a conflict. */
export interface IdempotencyKey {
  readonly key: string;
  /** SHA-256 of method, route and canonical body. */
  readonly requestHash: string;
  /** For example `POST /contracts/v1/contracts`. */
  readonly route: string;
}

/** What the route declares about reading or changing persons' records; written in the command's own transaction. */
export interface AuditDeclaration {
  readonly action: string;
  readonly resource: string;
  /** The residents whose record the answer shows or changes. */
  readonly subjects: (answer: unknown) => readonly Uuid[];
}

/** Everything a use case may know about the request besides the command's own fields. */
export interface CommandContext {
  readonly caller: Caller;
  /** Business time of the command: guards and deadlines judge by it. */
  readonly occurredAt: Instant;
  /** System time, from the clock. */
  readonly recordedAt: Instant;
  readonly correlationId: Uuid;
  /** Id of the event that caused the command, when an event did. */
  readonly causationId: Uuid | null;
  /** W3C trace context. */
  readonly traceparent: string | null;
  /** The version the caller decided on (`If-Match`); null where none is asked for. */
  readonly expectedVersion: number | null;
  /** Null for commands that do not come from a client (sweeps of the scheduler, reactions to events). */
  readonly idempotency: IdempotencyKey | null;
  readonly audit: AuditDeclaration | null;
}
