import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { derivedPassword, roleUrl, type MigrationClass } from '@yigongti/database';
import { ensureTemplate, namePrefix } from './template.ts';
import { testDatabaseServer } from './servers.ts';

export interface TestDatabaseOptions {
  /** Schema and role of the service whose tables the spec needs: `contracts`, `public_health`. */
  readonly schema: string;
  /** The service's migrations; none gives an empty schema. */
  readonly migrations?: readonly MigrationClass[];
}

export interface TestDatabase {
  readonly name: string;
  /** As the service sees it: its own role. */
  readonly url: string;
  /** As an administrator sees it. */
  readonly adminUrl: string;
  /** As another service sees it, to prove that it may not. */
  urlOf(role: string): string;
  /** Ends what is still connected and drops the database. */
  close(): Promise<void>;
}

/** A database of the calling spec's own, copied from a template that is migrated once a run. */
export async function testDatabase({ schema, migrations = [] }: TestDatabaseOptions): Promise<TestDatabase> {
  const server = testDatabaseServer();
  const secret = decodeURIComponent(new URL(server).password);
  const template = await ensureTemplate({ server, schema, migrations, secret });
  const name = `${namePrefix()}_${schema}_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, `create database ${name} template ${template}`);
  const urlOf = (role: string) => roleUrl(server, { name: role, password: derivedPassword(secret, role), database: name });
  return {
    name,
    url: urlOf(schema),
    adminUrl: Object.assign(new URL(server), { pathname: `/${name}` }).href,
    urlOf,
    close: () => asAdmin(server, `drop database if exists ${name} with (force)`),
  };
}

async function asAdmin(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
