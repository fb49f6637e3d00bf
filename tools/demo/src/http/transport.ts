import { setTimeout as delay } from 'node:timers/promises';
import { isWorthAgain, patienceMs, pauseBefore, type TryOutcome } from './retry.ts';

export interface Sending {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether an answer is whole: a stream can end early without an error. */
  readonly isWhole?: (body: string) => boolean;
}

export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** A part of the stack gave no answer for so long that the play cannot go on. */
export class NoAnswer extends Error {}

/** Milliseconds. A large upload is one request. */
const answerWithinMs = 120_000;

/** Sends until there is an answer that is one. @throws NoAnswer */
export async function sendUntilAnswered(sending: Sending, signal: AbortSignal): Promise<Received> {
  const from = performance.now();
  for (let tries = 1; ; tries += 1) {
    const received = await tryOnce(sending, signal);
    const outcome: TryOutcome = received ? answered(received) : { kind: 'broken' };
    if (received && !isWorthAgain(outcome, tries)) return received;
    if (performance.now() - from > patienceMs) {
      const last = received ? `last answer ${received.status}` : 'no connection';
      throw new NoAnswer(`${sending.method} ${sending.url} had no answer in ${patienceMs / 1000} s (${last}) / 长时间无应答`);
    }
    await delay(pauseBefore(tries, outcome), undefined, { signal });
  }
}

async function tryOnce({ url, isWhole, ...init }: Sending, signal: AbortSignal): Promise<Received | undefined> {
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]);
    const response = await fetch(url, { ...init, signal: within });
    const body = await response.text();
    if (response.ok && isWhole && !isWhole(body)) return undefined;
    return { status: response.status, headers: response.headers, body };
  } catch (error) {
    signal.throwIfAborted();
    // What `fetch` throws for a connection that was refused or broken, and for an answer that did not come.
    if (['TypeError', 'TimeoutError'].includes((error as Error).name)) return undefined;
    throw error;
  }
}

function answered({ status, headers, body }: Received): TryOutcome {
  return { kind: 'answered', status, retryAfter: headers.get('retry-after'), code: problemOf(body)?.code ?? null };
}

export interface Problem {
  readonly code: string;
  readonly title?: string;
  readonly errors?: readonly { readonly code: string; readonly pointer?: string; readonly titleEn?: string }[];
}

/** The problem in an answer; undefined where it holds none. */
export function problemOf(body: string): Problem | undefined {
  if (!body.startsWith('{')) return undefined;
  try {
    const parsed = JSON.parse(body) as Partial<Problem>;
    return typeof parsed.code === 'string' ? (parsed as Problem) : undefined;
  } catch {
    return undefined;
  }
}
