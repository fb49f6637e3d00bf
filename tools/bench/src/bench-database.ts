import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource, EntitySchema } from 'typeorm';
import { commandTablesV1, createDataSource, migrate, sqlMigration, TypeormTransactions } from '@yigongti/database';
import type { Clock } from '@yigongti/kernel';
import { configureMessaging, messagingTablesV1 } from '@yigongti/messaging';

export const schema = 'contracts';
const clock: Clock = { now: () => new Date() };

const tables = sqlMigration({
  at: 1795000000000,
  name: 'create-bench',
  reason: 'What a service writes and projects, besides the tables of every service.',
  up: [
    commandTablesV1,
    messagingTablesV1,
    'create table contract (contract_id uuid primary key, state text not null, fee_fen bigint not null, version int not null)',
    `create table projection (contract_id uuid primary key, version int not null, events int not null, data jsonb not null)
       with (fillfactor = 80)`,
  ],
});

/** A database of its own on the server, with the tables of a service; dropped when closed. */
export class BenchDatabase {
  readonly transactions: TypeormTransactions;

  private constructor(
    private readonly server: string,
    private readonly name: string,
    readonly url: string,
    readonly dataSource: DataSource,
  ) {
    this.transactions = new TypeormTransactions(dataSource);
    configureMessaging(dataSource, { county: 'changle', service: schema, clock });
  }

  static async create(server: string, rows: readonly EntitySchema[]): Promise<BenchDatabase> {
    const name = `bench_${randomBytes(6).toString('hex')}`;
    const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
    await runOn(server, `create database ${name}`);
    await runOn(url, `create schema ${schema}`);
    await migrate({ url, schema, migrations: [tables] });
    const dataSource = createDataSource({ url, schema, rows, poolSize: 20 });
    return new BenchDatabase(server, name, url, await dataSource.initialize());
  }

  query<Row extends object>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.dataSource.query<Row[]>(text, [...parameters]);
  }

  async version(): Promise<string> {
    const [row] = await this.query<{ server_version: string }>('show server_version');
    return row!.server_version;
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await runOn(this.server, `drop database if exists ${this.name} with (force)`);
  }
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
