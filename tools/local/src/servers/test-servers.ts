import { mkdir, readdir, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { localDirectory } from '../repository.ts';
import { kafkaServer } from './kafka.ts';
import { findPorts } from './ports.ts';
import { postgresServer } from './postgres.ts';
import type { ProcessSpec } from './process-spec.ts';
import { redisServer } from './redis.ts';
import { SupervisedProcess } from './supervised-process.ts';

/** What the specs read from their environment. */
export const testServerNames = ['TEST_DATABASE_URL', 'TEST_KAFKA_BROKERS', 'TEST_REDIS_URL'] as const;
export type TestServerUrls = Record<(typeof testServerNames)[number], string>;

export interface TestServers {
  readonly urls: TestServerUrls;
  stop(): Promise<void>;
}

/** Starts the servers that the environment does not name, for one run of tests; their data goes when they stop. */
export async function startTestServers(): Promise<TestServers> {
  const home = join(localDirectory, 'test', String(process.pid));
  await removeLeftovers();
  await mkdir(home, { recursive: true });
  const missing = await missingServers(home);
  const running = Object.values(missing).map((spec) => new SupervisedProcess(spec));
  const stop = async () => {
    await Promise.all(running.map((server) => server.stop()));
    await rm(home, { recursive: true, force: true });
  };
  const started = await Promise.allSettled(running.map((server) => server.start()));
  const failed = started.find((result) => result.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const urls = testServerNames.map((name) => [name, process.env[name] ?? missing[name]?.url ?? '']);
  return { urls: Object.fromEntries(urls) as TestServerUrls, stop };
}

type NamedServer = ProcessSpec & { readonly url: string };

async function missingServers(home: string): Promise<Partial<Record<keyof TestServerUrls, NamedServer>>> {
  const [databasePort = 0, port = 0, controllerPort = 0, redisPort = 0] = await findPorts([0, 0, 0, 0]);
  const log = (name: string) => join(home, 'logs', `${name}.log`);
  const starters = {
    TEST_DATABASE_URL: () =>
      postgresServer({
        directory: join(home, 'postgres'),
        logFile: log('postgres'),
        port: databasePort,
        password: randomBytes(18).toString('base64url'),
        durable: false,
      }),
    TEST_KAFKA_BROKERS: () => kafkaServer({ directory: join(home, 'kafka'), logFile: log('kafka'), port, controllerPort }),
    TEST_REDIS_URL: () => redisServer({ logFile: log('redis'), port: redisPort }),
  };
  const missing = testServerNames.filter((name) => !process.env[name]);
  return Object.fromEntries(await Promise.all(missing.map(async (name) => [name, await starters[name]()] as const)));
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
