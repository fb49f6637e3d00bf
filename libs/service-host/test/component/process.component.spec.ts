import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, FakeClock, testBrokers, testDatabase, type TestDatabase, TestIssuer, testRedis } from '@yigongti/testing';
import { migrations } from '../fixture/migrations.ts';
import { noteProfile } from '../fixture/note.service.ts';

const root = resolve(import.meta.dirname, '../../../..');
const note = { residentId: '019f0000-0000-7007-8000-000000000001', text: 'x' };
let folder: string;
let database: TestDatabase;
let behind: TestDatabase;
let issuer: TestIssuer;
let keys: Server;
let child: ChildProcess | undefined;
let output = '';
let errors = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yigongti-test-'));
  const profile = {
    profile: { county: 'test', version: '2026.1' },
    http: { lateEntryDays: { value: 60, from: '2000-01-01', source: 'assumption' } },
  };
  await writeFile(join(folder, 'county.yaml'), JSON.stringify({ ...profile, contracts: noteProfile }));
  await writeFile(
    join(folder, 'broken.yaml'),
    JSON.stringify({ ...profile, contracts: { notesMax: { value: 'three', from: '2020-13-01' } } }),
  );
  database = await testDatabase({ schema: 'contracts', migrations });
  behind = await testDatabase({ schema: 'contracts', migrations: migrations.slice(0, 1) });
  issuer = await TestIssuer.create(new FakeClock(new Date().toISOString()), 'contracts');
  keys = createServer((_request, response) => response.end(JSON.stringify(issuer.publicKeys))).listen(0, '127.0.0.1');
  await once(keys, 'listening');
});
afterAll(async () => {
  keys.close();
  await database.close();
  await behind.close();
  await rm(folder, { recursive: true });
});
afterEach(() => {
  child?.kill('SIGKILL');
});

const environment = () => ({
  PORT: '0',
  DATABASE_URL: database.url,
  DATABASE_WAIT_S: '5',
  KAFKA_BROKERS: testBrokers().join(','),
  REDIS_URL: testRedis(),
  ISSUER: issuer.issuer,
  JWKS_URL: `http://127.0.0.1:${(keys.address() as AddressInfo).port}/`,
  COUNTY_PROFILE: join(folder, 'county.yaml'),
  LOCAL_STACK: '1',
});

function start(overrides: Record<string, string | undefined> = {}): ChildProcess {
  output = errors = '';
  const program = ['-C', '@yigongti/source', '--import', './tools/local/swc-hook.mjs', 'libs/service-host/test/fixture/main.ts'];
  const started = spawn(process.execPath, program, {
    cwd: root,
    env: { PATH: process.env.PATH, ...environment(), ...overrides },
  });
  started.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()));
  started.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString()));
  child = started;
  return started;
}

const urlOf = () => eventually('it is ready', () => /"url":"([^"]+)"[^\n]*"msg":"ready"/.exec(output)?.[1], { within: 60_000 });
const exitOf = async (started: ChildProcess) => (await once(started, 'exit')) as [number | null, string | null];

describe('a process', () => {
  it('starts against real servers, answers, and ends with 0 when told to stop', async () => {
    const started = start();
    const url = await urlOf();
    const headers = {
      authorization: `Bearer ${await issuer.token('TOWNSHIP_CENTRE', 'T01')}`,
      'content-type': 'application/json',
      'idempotency-key': 'one',
    };
    const body = JSON.stringify({ ...note, occurredAt: new Date().toISOString() });
    expect((await fetch(`${url}/contracts/v1/notes`, { method: 'POST', headers, body })).status).toBe(201);
    const readiness = await (await fetch(`${url}/readyz`)).json();
    expect(readiness).toMatchObject({ database: 'up', schema: 'current', process: 'running' });
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('process_cpu_seconds_total');
    const exit = exitOf(started);
    started.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    expect(output).toContain('"msg":"stopped"');
    expect(errors).toBe('');
  }, 120_000);

  it.each([
    [
      'every missing key at once',
      { DATABASE_URL: undefined, REDIS_URL: undefined, PORT: 'abc' },
      ['DATABASE_URL', 'REDIS_URL', 'PORT', '无效'],
    ],
    [
      'what only the local stack may do',
      { LOCAL_STACK: undefined, LATE_ENTRY: 'unlimited' },
      ['LATE_ENTRY', 'JWKS_URL: 须为 https / must be https'],
    ],
    [
      'every fault of its section of the profile',
      { COUNTY_PROFILE: 'broken.yaml' },
      ['contracts.notesMax', 'value', 'from', 'source'],
    ],
    [
      'a schema that lacks its migrations',
      { DATABASE_URL: 'behind', DATABASE_WAIT_S: '0' },
      ['数据库不可用或未迁移', 'migrations not run: create-note-1795000001000'],
    ],
  ])(
    'refuses to start, saying %s',
    async (_, overrides, words) => {
      const paths: Record<string, string | undefined> = { ...overrides };
      if (paths.COUNTY_PROFILE) paths.COUNTY_PROFILE = join(folder, paths.COUNTY_PROFILE);
      if (paths.DATABASE_URL) paths.DATABASE_URL = behind.url;
      expect(await exitOf(start(paths))).toEqual([1, null]);
      for (const word of words) expect(errors).toContain(word);
      expect(errors).not.toContain(new URL(database.url).password);
    },
    60_000,
  );
});
