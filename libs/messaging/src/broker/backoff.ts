import { setTimeout as delay } from 'node:timers/promises';

/** Doubling pauses with full jitter in their upper half, so that many who failed together do not come back together. */
export class Backoff {
  #failures = 0;

  constructor(
    private readonly firstMs: number,
    private readonly longestMs: number,
    private readonly random: () => number = Math.random,
  ) {}

  get failures(): number {
    return this.#failures;
  }

  reset(): void {
    this.#failures = 0;
  }

  /** Milliseconds until the next try; longer each time until `reset`. */
  next(): number {
    const ceiling = Math.min(this.longestMs, this.firstMs * 2 ** this.#failures);
    this.#failures += 1;
    return ceiling * (0.5 + this.random() / 2);
  }

  /** Waits for the next pause; ends early, without an error, when the signal aborts. */
  async wait(signal: AbortSignal): Promise<void> {
    await pause(this.next(), signal);
  }
}

/** Waits, but no longer than until the signal aborts; never rejects. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch(() => undefined);
}
