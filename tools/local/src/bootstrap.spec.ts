import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repositoryRoot } from './repository.ts';

// These specs start processes, which takes its time on a busy machine.
jest.setTimeout(30_000);

/** npm that notes that it was asked, and installs a Node that says what it was asked to run. */
const npm = `if [ "$1" = ci ]; then
  echo "$@" >> npm-calls
  mkdir -p node_modules/.bin && cp pinned-node node_modules/.bin/node
fi`;
const pinnedNode = `echo "$@"; trap 'exit 3' TERM; [ "$PINNED_WAITS" ] && { echo waiting; while :; do /bin/sleep 0.05; done; }; exit 7`;

describe('the bootstrap', () => {
  let clone: string;
  beforeEach(() => {
    clone = mkdtempSync(join(tmpdir(), 'clone-'));
    for (const part of ['tools/local/bootstrap.mjs', 'tools/local/bootstrap', 'deploy/local/pom.xml', 'package-lock.json']) {
      mkdirSync(dirname(join(clone, part)), { recursive: true });
      cpSync(join(repositoryRoot, part), join(clone, part), { recursive: true });
    }
    program('pinned-node', pinnedNode);
    mkdirSync(join(clone, 'bin'));
  });
  afterEach(() => rmSync(clone, { recursive: true }));

  const program = (path: string, script: string) => {
    writeFileSync(join(clone, path), `#!/bin/sh\n${script}\n`);
    chmodSync(join(clone, path), 0o755);
  };
  /** Only the programs of the clone's own `bin` and the shell's own are there. */
  const environment = () => ({ PATH: `${join(clone, 'bin')}:/bin-of-coreutils` });
  const run = (args: string[], env: Record<string, string> = {}) => {
    const started = spawnSync(process.execPath, ['tools/local/bootstrap.mjs', ...args], {
      cwd: clone,
      env: { ...environment(), ...env },
      encoding: 'utf8',
    });
    return { code: started.status, out: started.stdout.trim().split('\n'), err: started.stderr.trim().split('\n') };
  };
  const everything = () => {
    program('bin/npm', npm.replaceAll(/\b(mkdir|cp) /g, '/bin/$1 '));
    program('bin/java', `echo 'openjdk version "21.0.1" 2023-10-17' >&2`);
    program('bin/mvn', 'echo Maven');
  };

  it('names each missing program in one line that says what to install, and starts nothing', () => {
    const { code, err } = run(['start']);
    expect(code).toBe(1);
    expect(err).toEqual([
      expect.stringMatching(/^npm is missing: install .*\/ 缺少 npm/),
      expect.stringMatching(/^Java is missing: install Java 17 or newer .*\/ 请安装 Java 17/),
      expect.stringMatching(/^Maven is missing: install .*\/ 缺少 Maven/),
    ]);
  });

  it('names a Java that is too old', () => {
    everything();
    program('bin/java', `echo 'java version "1.8.0_372"' >&2`);
    expect(run(['start']).err).toEqual([expect.stringMatching(/^Java 8 is too old: install Java 17/)]);
    mkdirSync(join(clone, 'jdk/bin'), { recursive: true });
    program('jdk/bin/java', `echo 'openjdk version "17.0.15" 2025-04-15' >&2`);
    expect(run(['start'], { JAVA_HOME: join(clone, 'jdk') }).code).toBe(7);
  });

  it('needs neither Java nor Maven where broker and cache are given, nor to ask how things are', () => {
    program('bin/npm', npm.replaceAll(/\b(mkdir|cp) /g, '/bin/$1 '));
    expect(run(['start'], { KAFKA_BROKERS: 'kafka:9092', REDIS_URL: 'redis://cache' }).code).toBe(7);
    expect(run(['status']).code).toBe(7);
  });

  it('installs once, hands command and arguments over and passes the exit code on', () => {
    everything();
    const first = run(['start', '--county', 'deqing']);
    expect(first.code).toBe(7);
    expect(first.out.at(-1)).toMatch(/swc-hook\.mjs .*tools\/local\/src\/main\.ts start --county deqing$/);
    run(['start']);
    expect(readFileSync(join(clone, 'npm-calls'), 'utf8')).toBe('ci --loglevel=error\n');
  });

  it('installs again when the lock has changed', () => {
    everything();
    run(['start']);
    writeFileSync(join(clone, 'package-lock.json'), '{}');
    run(['start']);
    expect(readFileSync(join(clone, 'npm-calls'), 'utf8').split('\n').filter(Boolean)).toHaveLength(2);
  });

  it('takes over what a developer installed himself', () => {
    everything();
    mkdirSync(join(clone, 'node_modules/.bin'), { recursive: true });
    cpSync(join(clone, 'pinned-node'), join(clone, 'node_modules/.bin/node'));
    writeFileSync(join(clone, 'node_modules/.package-lock.json'), '{}');
    const anHourAgo = Date.now() / 1000 - 3600;
    utimesSync(join(clone, 'package-lock.json'), anHourAgo, anHourAgo);
    expect(run(['start']).code).toBe(7);
    expect(existsSync(join(clone, 'npm-calls'))).toBe(false);
  });

  it('stops when npm fails', () => {
    everything();
    program('bin/npm', '[ "$1" = ci ] && exit 1; exit 0');
    const { code, err } = run(['start']);
    expect(code).toBe(1);
    expect(err.at(-1)).toMatch(/^npm ci failed/);
  });

  it('passes signals on', async () => {
    everything();
    const started = spawn(process.execPath, ['tools/local/bootstrap.mjs', 'start'], {
      cwd: clone,
      env: { ...environment(), PINNED_WAITS: '1' },
    });
    for await (const data of started.stdout) if (String(data).includes('waiting')) break;
    started.kill('SIGTERM');
    expect(await once(started, 'exit')).toEqual([3, null]);
  });
});
