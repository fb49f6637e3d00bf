import { execFile } from 'node:child_process';
import { chmod, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ensureJars } from './jars.ts';
import { portAnswers } from './probes.ts';
import type { ProcessSpec } from './process-spec.ts';

export interface RedisOptions {
  readonly logFile: string;
  readonly port: number;
}

const run = promisify(execFile);

/** A real Redis, nothing of it on disk: the suite keeps only what it can do without there. */
export async function redisServer(options: RedisOptions): Promise<ProcessSpec & { readonly url: string }> {
  const binary = await redisBinary();
  const { port } = options;
  return {
    name: 'redis',
    labelZh: '缓存',
    url: `redis://127.0.0.1:${port}`,
    command: [binary, '--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    cwd: dirname(options.logFile),
    logFile: options.logFile,
    prepare: async () => {
      await mkdir(dirname(options.logFile), { recursive: true });
    },
    isReady: () => portAnswers({ port, host: '127.0.0.1', say: 'PING\r\n', expect: '+PONG' }),
    stopSignal: 'SIGTERM',
    startWithin: 30_000,
    stopWithin: 5_000,
  };
}

/** The machine's own Redis wins: the one in the jar needs the OpenSSL 3 of a recent glibc system. */
async function redisBinary(): Promise<string> {
  const installed = await run('redis-server', ['--version']).then(
    () => true,
    () => false,
  );
  if (installed) return 'redis-server';
  const name = jarBinaries[`${process.platform}-${process.arch}`];
  if (!name) throw new Error(`no Redis for ${process.platform} ${process.arch}: install redis-server or give REDIS_URL`);
  const binary = join((await ensureJars()).redis, name);
  await chmod(binary, 0o755);
  return binary;
}

/** What embedded-redis 1.4.3 holds. */
const jarBinaries: Readonly<Record<string, string>> = {
  'linux-x64': 'redis-server-6.2.6-v5-linux-amd64',
  'linux-arm64': 'redis-server-6.2.7-linux-arm64',
  'darwin-x64': 'redis-server-6.2.6-v5-darwin-amd64',
  'darwin-arm64': 'redis-server-6.2.6-v5-darwin-arm64',
};
