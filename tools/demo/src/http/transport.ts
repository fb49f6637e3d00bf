import { Agent, request, type IncomingHttpHeaders } from 'node:http';
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
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A part of the stack gave no answer for so long that the play cannot go on. */
export class NoAnswer extends Error {}

/** Milliseconds without a byte. A large upload is one request. */
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

/** Connections stay open between requests: a play sends tens of thousands. */
const agent = new Agent({ keepAlive: true, keepAliveMsecs: 30_000 });

async function tryOnce({ isWhole, ...sending }: Sending, signal: AbortSignal): Promise<Received | undefined> {
  const received = await exchange(sending, signal);
  signal.throwIfAborted();
  const brokenOff = received && received.status < 400 && isWhole && !isWhole(received.body);
  return brokenOff ? undefined : received;
}

/** One request on `node:http`, which costs a third of `fetch`; undefined for a connection that was refused or broken, and for silence. */
function exchange({ url, method, headers, body }: Omit<Sending, 'isWhole'>, signal: AbortSignal): Promise<Received | undefined> {
  return new Promise((resolve) => {
    const nothing = () => resolve(undefined);
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const sent = request(
      url,
      { agent, method, headers: { ...headers, ...length }, signal, timeout: answerWithinMs },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', nothing);
        response.on('aborted', nothing);
        response.on('end', () => {
          const { statusCode = 0, headers: answered, complete } = response;
          resolve(complete ? { status: statusCode, headers: answered, body: Buffer.concat(parts).toString() } : undefined);
        });
      },
    );
    sent.on('timeout', () => sent.destroy());
    sent.on('error', nothing);
    sent.end(body);
  });
}

function answered({ status, headers, body }: Received): TryOutcome {
  return { kind: 'answered', status, retryAfter: headers['retry-after'] ?? null, code: problemOf(body)?.code ?? null };
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
