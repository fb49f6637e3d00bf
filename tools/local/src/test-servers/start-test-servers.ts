import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { localDirectory } from '../repository.ts';
import { kafkaServer } from '../servers/kafka.ts';
import { findPorts } from '../servers/ports.ts';
import { postgresServer } from '../servers/postgres.ts';
import type { ProcessSpec } from '../servers/process-spec.ts';
import { redisServer } from '../servers/redis.ts';
import { SupervisedProcess } from '../servers/supervised-process.ts';
import { testServerNames, type TestServer, type TestServerName, type TestServerStarters } from './test-server.ts';

export interface TestServers {
  readonly urls: Readonly<Record<TestServerName, string>>;
  stop(): Promise<void>;
}

/** Starts the servers that the environment does not name, for one run of tests; their data goes when they stop. */
export async function startTestServers({ durable = false } = {}): Promise<TestServers> {
  const home = join(localDirectory, 'test', String(process.pid));
  await removeLeftovers();
  await mkdir(home, { recursive: true });
  const starters =
    process.env.TEST_INFRA === 'containers' ? (await import('./containers.ts')).containers : processes(home, durable);
  const started = await Promise.allSettled(testServerNames.map(async (name) => given(name) ?? (await starters[name]())));
  const stop = async () => {
    await Promise.all(started.map(async (result) => (result.status === 'fulfilled' ? await result.value.stop() : undefined)));
    await rm(home, { recursive: true, force: true });
  };
  const urls: [string, string][] = [];
  for (const [index, result] of started.entries()) {
    if (result.status === 'rejected') {
      await stop();
      throw new Error(`${testServerNames[index]}: ${(result.reason as Error).message}`, { cause: result.reason });
    }
    urls.push([testServerNames[index]!, result.value.url]);
  }
  return { urls: Object.fromEntries(urls) as TestServers['urls'], stop };
}

function given(name: TestServerName): TestServer | undefined {
  const url = process.env[name];
  return url ? { url, stop: () => Promise.resolve() } : undefined;
}

function processes(home: string, durable: boolean): TestServerStarters {
  const log = (name: string) => join(home, 'logs', `${name}.log`);
  return {
    TEST_DATABASE_URL: async () => {
      const [port = 0] = await findPorts([0]);
      const password = randomBytes(18).toString('base64url');
      const directory = join(home, 'postgres');
      return running(await postgresServer({ directory, port, password, logFile: log('postgres'), durable }));
    },
    TEST_KAFKA_BROKERS: async () => {
      const [port = 0, controllerPort = 0] = await findPorts([0, 0]);
      return running(await kafkaServer({ directory: join(home, 'kafka'), port, controllerPort, logFile: log('kafka') }));
    },
    TEST_REDIS_URL: async () => {
      const [port = 0] = await findPorts([0]);
      return running(await redisServer({ port, logFile: log('redis') }));
    },
  };
}

async function running(spec: ProcessSpec & { readonly url: string }): Promise<TestServer> {
  const server = new SupervisedProcess(spec);
  await server.start();
  return { url: spec.url, stop: () => server.stop() };
}

/** Data of runs that were killed: each folder is named by its process. */
async function removeLeftovers(): Promise<void> {
  const names = await readdir(join(localDirectory, 'test')).catch(() => []);
  for (const name of names.filter((pid) => !isAlive(Number(pid)))) {
    await rm(join(localDirectory, 'test', name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
