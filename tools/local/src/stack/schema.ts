import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { derivedPassword, migrate, migrateAdmin, MigrationRefused, roleUrl, type MigrationClass } from '@yigongti/database';
import { repositoryRoot } from '../repository.ts';
import { serviceParts, type ServicePart } from './parts.ts';
import { NotPossible } from './stack-plan.ts';

export interface Schema {
  /** URL of the service's own role. */
  urlOf(part: ServicePart): string;
}

/**
 * The migration job: roles and schemas as administrator, then each service's migrations as its own role, side by side. What has been
 * applied is left alone.
 */
export async function migrateAll(adminUrl: string, roleSecret: string): Promise<Schema> {
  // Two clones on one given server have the same administrator: deriving from his password, they agree on the roles' ones.
  const secret = decodeURIComponent(new URL(adminUrl).password) || roleSecret;
  const passwordOf = (role: string) => derivedPassword(secret, role);
  const urlOf = ({ schema }: ServicePart) => roleUrl(adminUrl, { name: schema, password: passwordOf(schema) });
  await migrateAdmin({ adminUrl, sql: await readFile(join(repositoryRoot, 'deploy/postgres/roles.sql'), 'utf8'), passwordOf });
  await Promise.all(
    serviceParts.map(async (part) => {
      const migrations = await migrationsOf(part);
      await migrate({ url: urlOf(part), schema: part.schema, migrations }).catch(explain);
    }),
  );
  return { urlOf };
}

/** What to do where the data are another version's. */
function explain(error: unknown): never {
  if (!(error instanceof MigrationRefused)) throw error;
  throw new NotPossible(
    `${error.message}\nstart the version that wrote the data, or begin anew with npm start -- --fresh / 请使用写入这些数据的版本，或以 --fresh 重新开始`,
  );
}

/** A service's migrations are read from its folder: tools may not import services. */
async function migrationsOf({ name }: ServicePart): Promise<readonly MigrationClass[]> {
  const file = join(repositoryRoot, 'services', name, 'migrations/index.ts');
  if (!existsSync(file)) throw new Error(`${name} has no migrations at ${file}`);
  const { migrations } = (await import(pathToFileURL(file).href)) as { migrations: readonly MigrationClass[] };
  return migrations;
}
