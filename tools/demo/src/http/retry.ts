import { commandStillRunning } from '@yigongti/database';

/** What came of one try: an answer, or none. */
export type TryOutcome =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfter: string | null; readonly code: string | null }
  | { readonly kind: 'broken' };

/** Milliseconds. A killed server or broker is back long before; a lock that a killed upload left behind is freed after a minute. */
export const patienceMs = 180_000;
/** A fault inside a service may be gone at the next try, but one that stays is an answer. */
const faultTriesMax = 5;
const firstPauseMs = 50;
const longestPauseMs = 2_000;

/**
 * Whether the same request, with the same key, should be sent again: it got no answer (connection refused or reset, answer broken off),
 * or one that says "not now". A refusal is final.
 */
export function isWorthAgain(outcome: TryOutcome, tries: number): boolean {
  if (outcome.kind === 'broken') return true;
  const { status, retryAfter, code } = outcome;
  if (status === 500) return tries < faultTriesMax;
  if ([429, 502, 503, 504].includes(status)) return true;
  // What the command refers to has not been told there yet.
  if (status === 422) return retryAfter !== null;
  return status === 409 && code === commandStillRunning.code;
}

/** Milliseconds before the next try: doubling, or what the server asked for. */
export function pauseBefore(tries: number, outcome: TryOutcome): number {
  const asked = outcome.kind === 'answered' && outcome.retryAfter !== null ? Number(outcome.retryAfter) * 1_000 : 0;
  const doubled = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(tries - 1, 10));
  return Math.max(doubled, Number.isFinite(asked) ? asked : 0);
}
