import { isUuid, type Ids } from '@yigongti/kernel';
import type { FastifyRequest } from 'fastify';
import { hostProblems } from '../problems/host-problems.ts';
import type { ProblemDefinition, ProblemReason } from '../problems/problem.ts';

/** What the headers of a request say, and what is wrong with them. */
export interface ReadHeaders {
  readonly idempotencyKey: string | null;
  /** From `If-Match`; null where there is none. */
  readonly expectedVersion: number | null;
  readonly faults: readonly ProblemReason[];
}

export function readCommandHeaders(request: FastifyRequest): ReadHeaders {
  const faults: ProblemReason[] = [];
  const idempotencyKey = readKey(request.headers['idempotency-key'], faults);
  const expectedVersion = readIfMatch(request.headers['if-match'], faults);
  return { idempotencyKey, expectedVersion, faults };
}

/** The caller's correlation id, or a new one; null when what the caller sent is none. */
export function correlationIdOf(request: FastifyRequest, ids: Ids): string | null {
  const header = request.headers['x-correlation-id'];
  if (header === undefined) return ids.next();
  return typeof header === 'string' && isUuid(header) ? header : null;
}

export function reasonOf({ code, titleZh, titleEn }: ProblemDefinition): ProblemReason {
  return { code, titleZh, titleEn };
}

function readKey(header: string | string[] | undefined, faults: ProblemReason[]): string | null {
  if (header === undefined) faults.push(reasonOf(hostProblems.keyMissing));
  else if (typeof header === 'string' && /^[\x21-\x7e]{1,200}$/.test(header)) return header;
  else faults.push(reasonOf(hostProblems.keyInvalid));
  return null;
}

/** One strong ETag: our versions are neither weak nor lists, and `*` would say "whatever it is". */
function readIfMatch(header: string | undefined, faults: ProblemReason[]): number | null {
  if (header === undefined) return null;
  const digits = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (digits !== undefined) return Number(digits);
  faults.push(reasonOf(hostProblems.ifMatchInvalid));
  return null;
}
