import type { RefusalKind } from '@yigongti/kernel';

/** The one table from the kind of a refusal to HTTP. */
export const statusOfRefusal: Readonly<Record<RefusalKind, number>> = {
  shape: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  rule: 422,
  'not-projected': 422,
};

/** Seconds after which a repeat may succeed: events reach a projection within a second in quiet times. */
export const retryAfterSeconds: Partial<Readonly<Record<RefusalKind, number>>> = { 'not-projected': 2 };
