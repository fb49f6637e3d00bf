import { openSync, closeSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import { dirname } from 'node:path';

/** How to run one long-lived program, and how to know that it serves. */
export interface ProcessSpec {
  /** Unique in a stack: `postgres`, `referrals`. */
  readonly name: string;
  readonly labelZh: string;
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly logFile: string;
  /** Runs before the first start: making a data directory, writing a configuration. */
  readonly prepare?: () => Promise<void>;
  readonly isReady: () => Promise<boolean>;
  readonly stopSignal: NodeJS.Signals;
  /** Milliseconds after which a start counts as failed. */
  readonly startWithin: number;
  /** Milliseconds after which a stop is forced. */
  readonly stopWithin: number;
}

const logBytesMax = 20 * 1024 * 1024;

/**
 * Spawns the program in a process group of its own: Ctrl-C in the terminal reaches every process of the terminal's group, and
 * the stack wants to stop its parts in order.
 */
export function spawnSpec(spec: ProcessSpec): ChildProcess {
  mkdirSync(dirname(spec.logFile), { recursive: true });
  setAsideLargeLog(spec.logFile);
  const log = openSync(spec.logFile, 'a');
  try {
    const [file, ...args] = spec.command;
    return spawn(file, args, {
      cwd: spec.cwd,
      env: { ...process.env, ...spec.env },
      stdio: ['ignore', log, log],
      detached: true,
    });
  } finally {
    closeSync(log);
  }
}

function setAsideLargeLog(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logBytesMax) renameSync(file, `${file}.1`);
}

/** The last lines of a log without the frames of stack traces, for the message of a failed start. */
export function logTail(file: string, lines = 15): string {
  try {
    const written = readFileSync(file, 'utf8').trimEnd().split('\n');
    return written
      .filter((line) => !/^\s+at /.test(line))
      .slice(-lines)
      .join('\n');
  } catch {
    return '';
  }
}
