import { createHmac } from 'node:crypto';
import pg from 'pg';

/** Schema and database role of every service, by the service's name. `deploy/postgres/roles.sql` makes them. */
export const serviceSchemas = {
  registry: 'registry',
  contracts: 'contracts',
  referrals: 'referrals',
  'public-health': 'public_health',
  settlement: 'settlement',
  assessment: 'assessment',
} as const;
export type ServiceName = keyof typeof serviceSchemas;

export interface AdminMigration {
  /** URL of an administrator on the database that the services share. */
  readonly adminUrl: string;
  /** The text of `deploy/postgres/roles.sql`. */
  readonly sql: string;
  readonly passwordOf: (role: string) => string;
}

/** Makes roles, schemas and extensions and sets the roles' passwords. May be repeated; one runs at a time in a database. */
export async function migrateAdmin({ adminUrl, sql, passwordOf }: AdminMigration): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'yigongti admin migration' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select pg_advisory_xact_lock(hashtextextended('yigongti admin migration', 0))");
    await client.query(sql);
    for (const role of Object.values(serviceSchemas)) {
      const password = await client.query("select format('alter role %I login password %L', $1::text, $2::text) as statement", [
        role,
        passwordOf(role),
      ]);
      await client.query(password.rows[0].statement);
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/**
 * A role's password made from one secret, for stacks that make their own. Two of them on one server, given the same administrator,
 * agree on it instead of locking each other out.
 */
export function derivedPassword(secret: string, role: string): string {
  return createHmac('sha256', secret).update(`yigongti role ${role}`).digest('base64url');
}

/** The administrator's URL with another user and, if given, another database. */
export function roleUrl(adminUrl: string, role: { name: string; password: string; database?: string }): string {
  const url = new URL(adminUrl);
  url.username = encodeURIComponent(role.name);
  url.password = encodeURIComponent(role.password);
  if (role.database !== undefined) url.pathname = `/${role.database}`;
  return url.href;
}
