import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { StackFile } from '@yigongti/tool-local';

const root = resolve(import.meta.dirname, '../../..');

/** What a command printed and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** A stack of the journey's own, in a folder of its own, beside whatever else runs in this clone: driven by the commands that people use. */
export class OwnStack {
  readonly #folder = mkdtempSync(join(tmpdir(), 'yigongti-journey-test-'));
  #started: ChildProcess | undefined;

  /** `npm start`; resolves when it says that it is ready. */
  async start(...args: string[]): Promise<void> {
    const child = this.#run('start', args);
    this.#started = child;
    let output = '';
    await new Promise<void>((ready, failed) => {
      child.stdout!.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('Ready in')) ready();
      });
      child.stderr!.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.once('exit', (code) => failed(new Error(`the stack ended with ${code}:\n${output}`)));
    });
  }

  /** One of the commands beside it, to its end. */
  async command(name: string, ...args: string[]): Promise<Ended> {
    const child = this.#run(name, args);
    let output = '';
    child.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr!.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const code = await new Promise<number | null>((ended) => child.once('exit', ended));
    return { code, output };
  }

  get file(): StackFile {
    return JSON.parse(readFileSync(this.path('stack.json'), 'utf8')) as StackFile;
  }

  path(...names: string[]): string {
    return join(this.#folder, ...names);
  }

  async stop(): Promise<void> {
    const child = this.#started;
    if (child && child.exitCode === null) {
      child.removeAllListeners('exit');
      const ended = new Promise((resolved) => child.once('exit', resolved));
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #run(command: string, args: readonly string[]): ChildProcess {
    const program = [
      '-C',
      '@yigongti/source',
      '--import',
      './tools/local/swc-hook.mjs',
      'tools/local/src/main.ts',
      command,
      ...args,
    ];
    return spawn(process.execPath, program, {
      cwd: root,
      env: { ...withoutServers(), YIGONGTI_LOCAL: this.#folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
}

/** The journey wants servers of its own, not those of the tier. */
function withoutServers(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, KAFKA_BROKERS: __, REDIS_URL: ___, NODE_OPTIONS: ____, ...rest } = process.env;
  return rest;
}
