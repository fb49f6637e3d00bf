import { setTimeout as delay } from 'node:timers/promises';

export interface Patience {
  /** Milliseconds; 15 000 when not given. */
  readonly within?: number;
  /** Milliseconds between probes; 50 when not given. */
  readonly every?: number;
}

/**
 * Waits until `probe` gives something true (anything but undefined, null or false) and returns it; a probe that throws, such as a
 * failed expectation, is tried again.
 * @throws Error that says what was awaited and what was seen last
 */
export async function eventually<T>(
  description: string,
  probe: () => T | Promise<T>,
  { within = 15_000, every = 50 }: Patience = {},
): Promise<Exclude<T, undefined | null | false>> {
  const deadline = performance.now() + within;
  let seen: string;
  for (;;) {
    try {
      const value = await probe();
      if (value !== undefined && value !== null && value !== false) return value as Exclude<T, undefined | null | false>;
      seen = String(value);
    } catch (error) {
      seen = error instanceof Error ? error.message : String(error);
    }
    if (performance.now() >= deadline) throw new Error(`waited ${within / 1000} s for: ${description}\nlast seen: ${seen}`);
    await delay(every);
  }
}
