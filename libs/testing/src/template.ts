import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { derivedPassword, migrate, migrateAdmin, roleUrl, type MigrationClass } from '@yigongti/database';

export interface TemplateOptions {
  readonly server: string;
  readonly schema: string;
  readonly migrations: readonly MigrationClass[];
  /** What the roles' passwords are derived from. */
  readonly secret: string;
}

const rolesFile = join(import.meta.dirname, '../../../deploy/postgres/roles.sql');

/**
 * Gives the name of a migrated database to copy, making it where this run has none yet. Workers wait for each other: the lock is
 * on the server's own database, and roles are the server's.
 */
export async function ensureTemplate(options: TemplateOptions): Promise<string> {
  const name = `${namePrefix()}_${options.schema}_template_${keyOf(options)}`;
  const client = new pg.Client({ connectionString: options.server });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtextextended('yigongti test template', 0))");
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await build(client, name, options);
  } finally {
    await client.end();
  }
  return name;
}

/** Databases are named by their run (TEST_RUN, set where the servers are started), so that whoever gave the server gets it back clean. */
export function namePrefix(): string {
  return `test_${process.env.TEST_RUN ?? 'norun'}`;
}

/** By what the migrations do, not only by their names: two specs may have made-up ones of the same name. */
function keyOf({ schema, migrations }: TemplateOptions): string {
  const stated = migrations.map((migration) => new migration()).map(({ name, statements }) => [name, statements]);
  return createHash('sha256')
    .update(JSON.stringify([schema, stated]))
    .digest('hex')
    .slice(0, 12);
}

/** Built under another name: a template that has its name is whole. */
async function build(client: pg.Client, name: string, { server, schema, migrations, secret }: TemplateOptions): Promise<void> {
  const unfinished = `${name}_unfinished`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished}`);
  const passwordOf = (role: string) => derivedPassword(secret, role);
  const adminUrl = Object.assign(new URL(server), { pathname: `/${unfinished}` }).href;
  await migrateAdmin({ adminUrl, sql: await readFile(rolesFile, 'utf8'), passwordOf });
  const url = roleUrl(adminUrl, { name: schema, password: passwordOf(schema) });
  if (migrations.length > 0) await migrate({ url, schema, migrations });
  await client.query(`alter database ${unfinished} rename to ${name}`);
}
