import type { Logger } from 'pino';

export interface StopStep {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

/**
 * Runs the steps in order, each whether or not the one before failed: what is open is closed. Resolves with false when the deadline
 * came first; what was not closed by then is left to the operating system.
 */
export async function stopInOrder(steps: readonly StopStep[], deadlineMs: number, log: Logger): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), deadlineMs);
  });
  const inTime = await Promise.race([runAll(steps, log), late]);
  clearTimeout(timer);
  return inTime;
}

async function runAll(steps: readonly StopStep[], log: Logger): Promise<true> {
  for (const { name, run } of steps) {
    try {
      await run();
      log.debug({ step: name }, 'stopped');
    } catch (error) {
      log.error({ step: name, error: (error as Error).message }, 'did not stop cleanly');
    }
  }
  return true;
}

/** The first signal begins to stop, a second one ends the process at once: whoever sends two has seen enough. */
export function onStopSignal(begin: (signal: NodeJS.Signals) => void): void {
  let begun = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (begun) process.exit(1);
      begun = true;
      begin(signal);
    });
  }
}
