import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createDataSource } from './data-source.ts';

/** A migration that shows what it will do. */
export interface StatedMigration extends MigrationInterface {
  readonly statements: readonly string[];
}

export type MigrationClass = new () => StatedMigration;

export interface SqlMigration {
  /** Milliseconds since 1970 of the writing, 13 digits: the order of migrations. */
  readonly at: number;
  /** Verb and noun, kebab-case: `create-contract`. */
  readonly name: string;
  /** Why the schema changes. */
  readonly reason: string;
  readonly up: readonly string[];
}

/** A forward-only migration of plain SQL. Going back is a new migration or a restore. */
export function sqlMigration(migration: SqlMigration): MigrationClass {
  return class implements StatedMigration {
    readonly name = `${migration.name}-${migration.at}`;
    readonly statements = migration.up;

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of migration.up) await runner.query(statement);
    }

    down(): Promise<void> {
      return Promise.reject(new Error(`${migration.name}: migrations go forward only`));
    }
  };
}

export interface MigrateOptions {
  readonly url: string;
  readonly schema: string;
  readonly migrations: readonly MigrationClass[];
}

/** The data were written by another version of the suite than this one; nothing has been changed. */
export class MigrationRefused extends Error {
  constructor(
    readonly schema: string,
    readonly reasons: readonly string[],
  ) {
    super([`schema ${schema} cannot be migrated / 数据库结构无法升级`, ...reasons.map((reason) => `  - ${reason}`)].join('\n'));
    this.name = 'MigrationRefused';
  }
}

/**
 * Applies what is missing, each migration in its own transaction, one migrator at a time. Returns the names applied.
 * @throws MigrationRefused where the schema has seen a migration that this version does not know, or knows with other statements
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const dataSource = createDataSource({
    url: options.url,
    schema: options.schema,
    poolSize: 2,
    applicationName: 'yigongti migrate',
  });
  dataSource.setOptions({
    migrations: [...options.migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
  });
  await dataSource.initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock(hashtextextended($1, 0))', [`migrate ${options.schema}`]);
    const digests = digestsOf(options.migrations);
    await refuseForeign(runner, options.schema, digests);
    const applied = await dataSource.runMigrations();
    await keepDigests(runner, digests);
    return applied.map(({ name }) => name);
  } finally {
    await runner.release();
    await dataSource.destroy();
  }
}

function digestsOf(migrations: readonly MigrationClass[]): Map<string, string> {
  const stated = migrations.map((migration) => new migration());
  return new Map(
    stated.map(({ name, statements }) => [name!, createHash('sha256').update(JSON.stringify(statements)).digest('hex')]),
  );
}

async function refuseForeign(runner: QueryRunner, schema: string, known: ReadonlyMap<string, string>): Promise<void> {
  await runner.query('create table if not exists migration_digest (name text primary key, digest text not null)');
  const [{ begun }] = (await runner.query("select to_regclass('migration') is not null as begun")) as [{ begun: boolean }];
  if (!begun) return;
  const rows = (await runner.query('select name, digest from migration left join migration_digest using (name) order by id')) as {
    name: string;
    digest: string | null;
  }[];
  const reasons = rows.flatMap(({ name, digest }) => {
    if (!known.has(name)) return [`${name} is not known to this version: a newer one wrote these data / 数据由更新的版本写入`];
    if (digest !== null && digest !== known.get(name))
      return [`${name} was applied with other statements / 该迁移的内容与当时执行的不同`];
    return [];
  });
  if (reasons.length > 0) throw new MigrationRefused(schema, reasons);
}

/** Of all that is applied, also by a version that kept no digests. */
async function keepDigests(runner: QueryRunner, digests: ReadonlyMap<string, string>): Promise<void> {
  await runner.query('insert into migration_digest select * from unnest($1::text[], $2::text[]) on conflict do nothing', [
    [...digests.keys()],
    [...digests.values()],
  ]);
}
