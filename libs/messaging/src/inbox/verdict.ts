import { errorClassOf, isPoison } from './error-class.ts';
import type { ConsumerTuning } from './consumer-options.ts';
import type { Death, Parking } from './quarantine.ts';
import { NotYet } from './subscription.ts';

export interface Tries {
  /** Failed ones, this one included. */
  readonly attempts: number;
  /** Whether the ones before were waiting for another event. */
  readonly waiting: boolean;
}

export type Verdict =
  { readonly kind: 'park'; readonly parking: Omit<Parking, 'parkedAt'> } | { readonly kind: 'bury'; readonly death: Death };

export interface JudgedBy {
  readonly at: Date;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly tuning: ConsumerTuning;
}

/** What becomes of an event whose handler failed: tried again later, behind growing pauses, or dead. */
export function judge(error: unknown, tries: Tries, { at, random, tuning }: JudgedBy): Verdict {
  const errorClass = errorClassOf(error);
  const waiting = error instanceof NotYet;
  // Waiting is no failure: whoever waited long has all tries left when it fails in earnest.
  const attempts = tries.waiting && !waiting ? 1 : tries.attempts;
  const limit = waiting ? tuning.waitingAttemptsMax : tuning.attemptsMax;
  if (isPoison(error)) return { kind: 'bury', death: { reason: 'POISON', errorClass, attempts, at } };
  if (attempts >= limit) {
    return { kind: 'bury', death: { reason: waiting ? 'WAITED_TOO_LONG' : 'ATTEMPTS', errorClass, attempts, at } };
  }
  const [first, longest] = waiting
    ? [tuning.waitingFirstMs, tuning.waitingLongestMs]
    : [tuning.parkedFirstMs, tuning.parkedLongestMs];
  const pauseMs = Math.min(longest, first * 2 ** Math.min(attempts - 1, 30)) * (0.5 + random() / 2);
  return { kind: 'park', parking: { attempts, waiting, errorClass, nextAttemptAt: new Date(at.getTime() + pauseMs) } };
}
