// Jest's globalSetup of the tiers that need servers. Plain JavaScript: Jest loads it without the TypeScript hook.
import { randomBytes } from 'node:crypto';
import '../swc-hook.mjs';

const names = ['TEST_DATABASE_URL', 'TEST_KAFKA_BROKERS', 'TEST_REDIS_URL'];

/** Starts what the environment does not name and hands the URLs to the specs; `npm test` has named them all. */
// eslint-disable-next-line no-restricted-syntax -- Jest takes the default export
export default async function setup() {
  process.env.TEST_RUN ??= randomBytes(4).toString('hex');
  if (names.every((name) => process.env[name])) return;
  const { launchTestServers } = await import('../src/test-servers/launch-test-servers.ts');
  const { urls, stop } = await launchTestServers();
  Object.assign(process.env, urls);
  globalThis.stopTestServers = stop;
}
