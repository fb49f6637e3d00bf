import { randomBytes } from 'node:crypto';
import { launchTestServers, type LaunchedServers } from '../test-servers/launch-test-servers.ts';
import { pad, Say, seconds } from '../terminal/say.ts';
import { checks, type Check } from './checks.ts';
import { totalLine, type Outcome } from './outcome.ts';
import { endRunningCheck, runCheck } from './run-check.ts';

/**
 * `npm test`: everything a submission must pass, or the checks that are named. Goes on after a failure, so that one run tells all.
 * Gives 0 when nothing failed.
 */
export async function main(names: string[]): Promise<number> {
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) throw new Error(`no check "${unknown[0]}": choose of ${checks.map(({ name }) => name).join(', ')}`);
  process.env.TEST_RUN ??= randomBytes(4).toString('hex');
  const chosen = checks.filter(({ name }) => names.length === 0 || names.includes(name));
  const run = new Run(new Say());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void run.breakOff());
  for (const check of chosen) await run.take(check);
  return run.end();
}

class Run {
  readonly #say: Say;
  readonly #outcomes: Outcome[] = [];
  #servers: Promise<LaunchedServers> | undefined;
  #brokenOff = false;

  constructor(say: Say) {
    this.#say = say;
  }

  async take(check: Check): Promise<void> {
    if (this.#brokenOff) return;
    this.#say.line(`\n━━ ${check.name} ${check.labelZh} · ${check.what}`);
    // Idle servers would take their share of memory from a check that starts its own.
    if (!check.needsServers) await this.#stopServers();
    const outcome = await this.#outcomeOf(check);
    if (outcome.reason) this.#say.line(outcome.reason);
    this.#say.line(resultLine(outcome));
    this.#outcomes.push(outcome);
  }

  async end(): Promise<number> {
    await this.#stopServers();
    this.#say.line('\n━━ summary 汇总');
    for (const outcome of this.#outcomes) this.#say.line(resultLine(outcome));
    this.#say.line(totalLine(this.#outcomes));
    return this.#brokenOff || this.#outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
  }

  async breakOff(): Promise<void> {
    this.#brokenOff = true;
    endRunningCheck();
    await this.#stopServers();
  }

  async #outcomeOf(check: Check): Promise<Outcome> {
    const from = performance.now();
    try {
      const environment = check.needsServers ? (await (this.#servers ??= launchTestServers())).urls : {};
      if (this.#brokenOff) throw new Error('stopped before it began / 已中止');
      return await runCheck(check, environment);
    } catch (error) {
      const reason = `${check.name} could not run / 无法运行: ${(error as Error).message}`;
      return { check, passed: 0, failed: 1, skipped: 0, seconds: (performance.now() - from) / 1000, reason };
    }
  }

  async #stopServers(): Promise<void> {
    const servers = await this.#servers?.catch(() => undefined);
    await servers?.stop();
    this.#servers = undefined;
  }
}

function resultLine({ check, passed, failed, skipped, seconds: took }: Outcome): string {
  const counts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ];
  return `${failed > 0 ? '✗' : '✓'} ${pad(`${check.name} ${check.labelZh}`, 20)} ${seconds(took * 1000).padStart(8)}  ${counts.join(', ')}`;
}
