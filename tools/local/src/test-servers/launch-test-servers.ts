import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { repositoryRoot } from '../repository.ts';

export interface LaunchedServers {
  /** TEST_DATABASE_URL, TEST_KAFKA_BROKERS, TEST_REDIS_URL */
  readonly urls: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * Starts the servers for specs in a process of their own, which ends them when this one ends, however that happens. Specs want
 * speed and benchmarks the truth: `durable` makes PostgreSQL wait for the disk.
 * @throws Error when they do not start; that process has said why on standard error
 */
export async function launchTestServers({ durable = false } = {}): Promise<LaunchedServers> {
  const hook = ['-C', '@yigongti/source', '--import', './tools/local/swc-hook.mjs'];
  const program = ['tools/local/src/test-servers/main.ts', ...(durable ? ['--durable'] : [])];
  const child = spawn(process.execPath, [...hook, ...program], {
    cwd: repositoryRoot,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const line = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended.then(() => undefined)]);
  if (line === undefined) throw new Error('the servers for tests did not start (see above) / 测试所需的服务器未能启动');
  const stop = async () => {
    child.stdin.end();
    await ended;
  };
  return { urls: JSON.parse(String(line[0])) as Record<string, string>, stop };
}
