import { execFile } from 'node:child_process';
import { chown, readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '../repository.ts';

const run = promisify(execFile);

/** As whom PostgreSQL runs: what to put in front of its command, and who must own its files. */
export interface PostgresUser {
  readonly prefix: readonly string[];
  /** Owner of the data directory as PostgreSQL has to see it; undefined where it is simply the caller. */
  readonly owner?: { readonly uid: number; readonly gid: number };
}

/**
 * PostgreSQL refuses to run as root. In a user namespace root keeps its files and its way to them, also below a folder that only
 * root may enter, and PostgreSQL sees an ordinary user; that one has to exist in /etc/passwd, since initdb looks its name up.
 * Where namespaces are closed (some containers), or the folder is another user's own, an ordinary user takes over.
 */
export async function choosePostgresUser(postgres: string, parentDirectory: string): Promise<PostgresUser> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const ordinary = await ordinaryUser();
  const root = { uid: 0, gid: 0 };
  const candidates: PostgresUser[] = [
    { prefix: ['unshare', '--user', `--map-user=${ordinary.uid}`, `--map-group=${ordinary.gid}`], owner: root },
    ...[await stat(repositoryRoot), ordinary].filter(({ uid }) => uid !== 0).map(switchedTo),
  ];
  const reach = ['sh', '-c', '"$0" --version && test -x "$1"', postgres, parentDirectory];
  for (const candidate of candidates) if (await canRun(candidate.prefix, reach)) return candidate;
  throw new Error(
    `PostgreSQL does not run as root, and no other user can enter ${parentDirectory}: ` +
      'start as an ordinary user, or move the clone to a folder that others may enter, or give DATABASE_URL. ' +
      '/ PostgreSQL 不能以 root 运行：请改用普通用户，或移动到其他用户可进入的目录，或设置 DATABASE_URL。',
  );
}

function switchedTo(user: { uid: number; gid: number }): PostgresUser {
  const { uid, gid } = user;
  return { prefix: ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'], owner: { uid, gid } };
}

/** Gives a file or folder to that user, also one of an earlier start that ran as somebody else. */
export async function handOver(path: string, user: PostgresUser): Promise<void> {
  if (!user.owner) return;
  const { uid, gid } = user.owner;
  const found = await stat(path);
  if (found.uid === uid) return;
  const inside = found.isDirectory() ? await readdir(path, { recursive: true }) : [];
  for (const entry of inside) await chown(join(path, entry), uid, gid);
  await chown(path, uid, gid);
}

async function canRun(prefix: readonly string[], command: readonly string[]): Promise<boolean> {
  const [file = '', ...args] = [...prefix, ...command];
  return run(file, args).then(
    () => true,
    () => false,
  );
}

async function ordinaryUser(): Promise<{ uid: number; gid: number }> {
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  // Fields of passwd: name, password, uid, gid.
  const found = ['postgres', 'nobody'].map((name) => users.find((fields) => fields[0] === name)).find(Boolean);
  if (!found) throw new Error('PostgreSQL does not run as root and there is no user "nobody" to run it as: give DATABASE_URL');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}
