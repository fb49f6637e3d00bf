import { startTestServers } from './start-test-servers.ts';

/**
 * Runs the test servers as long as somebody holds the other end of its standard input, so that a test run that is killed leaves no
 * server behind. Says where they are in one line of JSON.
 */
const asked = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  process.stdin.once('end', resolve).once('close', resolve).resume();
});
const servers = await startTestServers({ durable: process.argv.includes('--durable') }).catch((error: Error) => {
  console.error(error.message);
  return process.exit(1);
});
process.stdout.write(`${JSON.stringify(servers.urls)}\n`);
await asked;
await servers.stop();
process.exit(0);
