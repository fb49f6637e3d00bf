import type { RefusalDetail } from '@yigongti/kernel';

/** A problem that the host itself answers with: no refusal of a domain, but of the request, the token or the server. */
export interface ProblemDefinition {
  readonly code: string;
  readonly status: number;
  readonly titleZh: string;
  readonly titleEn: string;
}

/** One reason within a problem. */
export interface ProblemReason extends RefusalDetail {
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
}

export interface ProblemDetail {
  readonly reasons?: readonly ProblemReason[];
  readonly detail?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown anywhere between the socket and the use case; answered as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly definition: ProblemDefinition,
    readonly extra: ProblemDetail = {},
  ) {
    super(definition.code);
    this.name = 'Problem';
  }
}

/** What stands on the wire. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly titleZh: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly instance: string;
  readonly traceId: string;
  readonly errors: readonly ProblemReason[];
}
