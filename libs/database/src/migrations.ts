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

/** Applies what is missing, each migration in its own transaction, one migrator at a time. Returns the names applied. */
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
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock(hashtextextended($1, 0))', [`migrate ${options.schema}`]);
    return (await dataSource.runMigrations()).map((applied) => applied.name);
  } finally {
    await lock.release();
    await dataSource.destroy();
  }
}
