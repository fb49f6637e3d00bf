// Jest's globalSetup of the tiers that need servers. Plain JavaScript: Jest loads it without the TypeScript hook.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../../..');
const names = ['TEST_DATABASE_URL', 'TEST_KAFKA_BROKERS', 'TEST_REDIS_URL'];

/** Starts what the environment does not name and hands the URLs to the specs; `npm test` has named them all. */
// eslint-disable-next-line no-restricted-syntax -- Jest takes the default export
export default async function setup() {
  process.env.TEST_RUN ??= randomBytes(4).toString('hex');
  if (names.every((name) => process.env[name])) return;
  const { urls, stop } = await launchTestServers();
  Object.assign(process.env, urls);
  globalThis.stopTestServers = stop;
}

/** The servers live in a process of their own, which ends them when this one ends, however that happens. */
export async function launchTestServers() {
  const program = [
    '-C',
    '@yigongti/source',
    '--import',
    './tools/local/swc-hook.mjs',
    'tools/local/src/servers/test-servers-main.ts',
  ];
  const child = spawn(process.execPath, program, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([text]) => text),
    ended.then(() => undefined),
  ]);
  if (line === undefined) throw new Error('the test servers did not start (see above) / 测试所需的服务器未能启动');
  const stop = async () => {
    child.stdin.end();
    await ended;
  };
  return { urls: JSON.parse(line), stop };
}
