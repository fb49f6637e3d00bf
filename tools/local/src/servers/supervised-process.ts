import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { logTail, spawnSpec, type ProcessSpec } from './process-spec.ts';

export type ProcessState = 'stopped' | 'starting' | 'ready' | 'restarting' | 'stopping';

/** What happens to a process while the stack runs; `seconds` is the wait before the next attempt, or the time it was away. */
export type ProcessNews =
  { readonly kind: 'died'; readonly how: string; readonly seconds: number } | { readonly kind: 'back'; readonly seconds: number };

export interface ProcessListener {
  spawned?(pid: number): void;
  exited?(pid: number): void;
  news?(news: ProcessNews): void;
}

/** A program that did not come up; the message says what it wrote last and where the rest stands. */
export class StartFailed extends Error {
  constructor(spec: ProcessSpec, how: string) {
    super(`${spec.name} ${how}\n${logTail(spec.logFile)}\n(log: ${spec.logFile})`);
    this.name = 'StartFailed';
  }
}

const probeEvery = 100;
/** Milliseconds, like all times here. */
export const backOffFirst = 500;
const backOffMax = 15_000;
/** A process that served this long starts over with the shortest wait. */
const steadyAfter = 60_000;

/** Keeps one program running: whatever ends it but `stop`, it is started again, with growing waits. */
export class SupervisedProcess {
  state: ProcessState = 'stopped';
  readonly spec: ProcessSpec;
  readonly #listener: ProcessListener;
  #child: ChildProcess | undefined;
  #exit: Promise<string> = Promise.resolve('');
  readonly #firstWait: number;
  #wait: number;
  readonly #stopping = new AbortController();

  constructor(spec: ProcessSpec, listener: ProcessListener = {}, firstWait = backOffFirst) {
    this.#firstWait = firstWait;
    this.#wait = firstWait;
    this.spec = spec;
    this.#listener = listener;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Resolves when it serves. @throws StartFailed when it ends or is too slow; nothing of it is left running then */
  async start(): Promise<void> {
    this.state = 'starting';
    await this.spec.prepare?.();
    const failure = await this.#attempt();
    if (failure) {
      await this.stop();
      throw new StartFailed(this.spec, failure);
    }
    void this.#watch();
  }

  /** Asks, then forces. Also ends a start or a restart that is under way. */
  async stop(): Promise<void> {
    this.state = 'stopping';
    this.#stopping.abort();
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      child.kill(this.spec.stopSignal);
      const force = setTimeout(() => child.kill('SIGKILL'), this.spec.stopWithin);
      await this.#exit;
      clearTimeout(force);
    }
    this.state = 'stopped';
  }

  /** Ends it at once, without asking. */
  kill(): void {
    this.#stopping.abort();
    this.#child?.kill('SIGKILL');
  }

  /** One spawn up to readiness; the reason when it did not get there. */
  async #attempt(): Promise<string | undefined> {
    if (this.#stopping.signal.aborted) return 'was told to stop';
    this.#spawn();
    const ended = this.#exit.then((how) => `ended before it was ready (${how})`);
    const failure = await Promise.race([ended, this.#untilReady()]);
    if (failure) return failure;
    this.state = 'ready';
    return undefined;
  }

  #spawn(): void {
    const child = spawnSpec(this.spec);
    this.#child = child;
    const { pid } = child;
    this.#exit = new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
    });
    if (pid === undefined) return;
    this.#listener.spawned?.(pid);
    void this.#exit.then(() => this.#listener.exited?.(pid));
  }

  async #untilReady(): Promise<string | undefined> {
    const deadline = performance.now() + this.spec.startWithin;
    while (performance.now() < deadline) {
      if (await this.spec.isReady().catch(() => false)) return undefined;
      if (await interrupted(probeEvery, this.#stopping.signal)) return 'was told to stop';
    }
    return `was not ready within ${this.spec.startWithin / 1000} s`;
  }

  async #watch(): Promise<void> {
    for (;;) {
      const since = performance.now();
      const how = await this.#exit;
      if (this.#stopping.signal.aborted) return;
      if (performance.now() - since > steadyAfter) this.#wait = this.#firstWait;
      if (!(await this.#restart(how))) return;
    }
  }

  /** Tries until it serves again; false when the stack stops meanwhile. */
  async #restart(how: string): Promise<boolean> {
    const away = performance.now();
    let reason = how;
    for (;;) {
      this.state = 'restarting';
      this.#listener.news?.({ kind: 'died', how: reason, seconds: this.#wait / 1000 });
      if (await interrupted(this.#wait, this.#stopping.signal)) return false;
      this.#wait = Math.min(this.#wait * 2, backOffMax);
      const failure = await this.#attempt();
      if (this.#stopping.signal.aborted) return false;
      if (!failure) break;
      this.#child?.kill('SIGKILL');
      await this.#exit;
      reason = failure;
    }
    this.#listener.news?.({ kind: 'back', seconds: (performance.now() - away) / 1000 });
    return true;
  }
}

async function interrupted(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  try {
    await delay(milliseconds, undefined, { signal });
    return false;
  } catch {
    return true;
  }
}
