import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { eventually, testDatabaseServer } from '@yigongti/testing';
import { repositoryRoot } from '../repository.ts';
import { portAccepts } from '../servers/probes.ts';

/** A test run: launches servers, says where they are, and then hangs. */
const testRun = `
  const { launchTestServers } = await import('./tools/local/src/test-servers/launch-test-servers.ts');
  console.log(JSON.stringify((await launchTestServers()).urls));
  setInterval(() => {}, 1000);
`;

describe('the servers for tests', () => {
  it('end with the run that started them, also when it is killed, and leave given ones alone', async () => {
    const hook = ['--import', './tools/local/swc-hook.mjs', '--input-type=module', '-e', testRun];
    const run = spawn(process.execPath, hook, {
      cwd: repositoryRoot,
      env: { ...process.env, TEST_REDIS_URL: '', TEST_INFRA: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: run.stdout }), 'line')) as [string];
    const urls = JSON.parse(line) as Record<string, string>;
    expect(urls.TEST_DATABASE_URL).toBe(testDatabaseServer());
    const started = Number(new URL(urls.TEST_REDIS_URL!).port);
    expect(await portAccepts(started)).toBe(true);
    run.kill('SIGKILL');
    await eventually('the end of the Redis that the run started', async () => !(await portAccepts(started)));
    expect(await portAccepts(Number(new URL(testDatabaseServer()).port))).toBe(true);
  });
});
