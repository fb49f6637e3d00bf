import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '../repository.ts';

const pom = join(repositoryRoot, 'deploy/local/pom.xml');
const run = promisify(execFile);

/** Where the programs of `deploy/local/pom.xml` lie: `lib` holds the broker's jars, `redis` the Redis binaries. */
export interface Jars {
  readonly lib: string;
  readonly redis: string;
}

let fetching: Promise<Jars> | undefined;

/**
 * Gives the jars, fetching them with Maven where this clone does not have them yet. They are kept by the hash of the POM, so that a
 * new version of it brings new jars. @throws Error with Maven's own words when they cannot be had
 */
export function ensureJars(onFetch: () => void = () => undefined): Promise<Jars> {
  return (fetching ??= fetchJars(onFetch));
}

async function fetchJars(onFetch: () => void): Promise<Jars> {
  const hash = createHash('sha256')
    .update(await readFile(pom))
    .digest('hex')
    .slice(0, 16);
  const home = join(repositoryRoot, '.local/jars', hash);
  if (
    !(await access(home).then(
      () => true,
      () => false,
    ))
  ) {
    onFetch();
    await fetchInto(home);
  }
  return { lib: join(home, 'lib'), redis: join(home, 'redis') };
}

/** Fetches beside the place and moves there, so that a broken download is never taken for a whole one. */
async function fetchInto(home: string): Promise<void> {
  const partial = `${home}.${process.pid}`;
  await mkdir(partial, { recursive: true });
  try {
    await run('mvn', ['-q', '-B', '-f', pom, 'package', `-Djars=${partial}`], { maxBuffer: 64 * 1024 * 1024 });
    await rename(partial, home).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } catch (error) {
    const said = (error as { stdout?: string }).stdout ?? '';
    throw new Error(`Maven could not fetch Kafka and Redis:\n${said.trim() || (error as Error).message}`, { cause: error });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
