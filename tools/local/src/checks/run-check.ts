import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../repository.ts';
import type { Check } from './checks.ts';
import { countsOf, type Outcome } from './outcome.ts';

/** Milliseconds. A check that hangs is ended and fails: the whole run is to take a quarter of an hour. */
const longest = 600_000;

let running: ChildProcess | undefined;

/** Ends the check that runs at the moment, if one does. */
export function endRunningCheck(): void {
  running?.kill('SIGTERM');
}

/** Runs one check with its output on the terminal. */
export async function runCheck(check: Check, environment: Readonly<Record<string, string>>): Promise<Outcome> {
  const from = performance.now();
  const counts = check.tier === undefined ? await runProgram(check) : await runTier(check, environment);
  return { check, ...counts, seconds: (performance.now() - from) / 1000 };
}

async function runProgram({ program }: Check): Promise<Omit<Outcome, 'check' | 'seconds'>> {
  const failed = (await exitCode(program)) === 0 ? 0 : 1;
  return { passed: 1 - failed, failed, skipped: 0 };
}

async function runTier(check: Check, environment: Readonly<Record<string, string>>): Promise<Omit<Outcome, 'check' | 'seconds'>> {
  const directory = await mkdtemp(join(tmpdir(), 'yigongti-report-'));
  const file = join(directory, 'report.json');
  try {
    const code = await exitCode([...check.program, '--json', `--outputFile=${file}`], { ...environment, TEST_TIER: check.tier! });
    const report = await readFile(file, 'utf8').then(
      (text): unknown => JSON.parse(text),
      () => undefined,
    );
    return countsOf(code, report);
  } finally {
    await rm(directory, { recursive: true });
  }
}

async function exitCode(program: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<number | null> {
  const child = spawn(process.execPath, program, {
    cwd: repositoryRoot,
    // With --json, Jest also writes the whole report to standard output; what a person reads goes to standard error.
    stdio: ['ignore', environment.TEST_TIER === undefined ? 'inherit' : 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  });
  running = child;
  const deadline = setTimeout(() => child.kill('SIGKILL'), longest);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(deadline);
  running = undefined;
  return code;
}
