import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markOf } from './process-mark.ts';
import { endOrphans, readRun, RunLedger } from './run-ledger.ts';
import { findStack, removeStackFile, writeStackFile, type StackFile } from './stack-file.ts';

// These specs start processes, which takes its time on a busy machine.
jest.setTimeout(30_000);

const owner = markOf(process.pid)!;
const stack: StackFile = {
  county: 'changle',
  readyAt: '2026-06-01T09:00:00.000+08:00',
  owner,
  gateway: 'http://127.0.0.1:8080',
  services: {},
  brokers: ['127.0.0.1:9092'],
  database: 'postgres://postgres:secret@127.0.0.1:5432/postgres',
  redis: 'redis://127.0.0.1:6379',
  issuer: {
    url: 'http://127.0.0.1:1',
    tokenEndpoint: 'http://127.0.0.1:1/token',
    jwksUri: 'http://127.0.0.1:1/jwks',
    audience: 'yigongti',
  },
  pids: {},
  logs: '/logs',
  given: [],
  clients: [],
};

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'state-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('stack.json', () => {
  const file = () => join(directory, 'stack.json');

  it('is found while the process that wrote it runs', () => {
    expect(findStack(file())).toEqual({ state: 'none' });
    writeStackFile(stack, file());
    expect(findStack(file())).toEqual({ state: 'running', stack });
    removeStackFile(file());
    expect(findStack(file())).toEqual({ state: 'none' });
  });

  it('is stale when its process is gone, also when a later one has its number', () => {
    writeStackFile({ ...stack, owner: { ...owner, startedAt: '1' } }, file());
    expect(findStack(file())).toEqual({ state: 'stale' });
  });

  it('is stale when an older version of the suite wrote it', () => {
    writeFileSync(file(), JSON.stringify({ owner }));
    expect(findStack(file())).toEqual({ state: 'stale' });
  });

  it('holds secrets and is for its owner only', () => {
    writeStackFile(stack, file());
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });
});

describe('the ledger of processes', () => {
  const file = () => join(directory, 'run.json');

  it('knows what runs, and is gone after a clean stop', () => {
    const ledger = new RunLedger('changle', file());
    ledger.spawned('tiny', process.pid);
    expect(readRun(file())).toEqual({ county: 'changle', owner, processes: [{ name: 'tiny', ...owner }] });
    ledger.exited(process.pid);
    expect(readRun(file())?.processes).toEqual([]);
    ledger.close();
    expect(readRun(file())).toBeUndefined();
  });

  it('ends what a killed run left behind, and nothing else', async () => {
    const [orphan, bystander] = [sleeper(), sleeper()];
    const ended = once(orphan, 'exit');
    await Promise.all([once(orphan, 'spawn'), once(bystander, 'spawn')]);
    const processes = [
      { name: 'orphan', ...markOf(orphan.pid!)! },
      { name: 'a later process with an old number', pid: bystander.pid!, startedAt: '1' },
    ];
    expect(await endOrphans({ county: 'changle', owner: { pid: 1, startedAt: '1' }, processes }, file())).toEqual(['orphan']);
    expect(await ended).toEqual([null, 'SIGINT']);
    expect(existsSync(file())).toBe(false);
    expect(bystander.signalCode).toBeNull();
    bystander.kill();
  });
});

function sleeper() {
  return spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
}
