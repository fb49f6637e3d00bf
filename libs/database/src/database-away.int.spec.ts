import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, testDatabase, type TestDatabase } from '@yigongti/testing';
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.ts';
import { isDatabaseAway } from './database-away.ts';
import { TypeormTransactions } from './typeorm-transactions.ts';

describe('a transaction whose connection ends', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await testDatabase({ schema: 'contracts' });
    dataSource = await createDataSource({ url: database.url, schema: 'contracts', poolSize: 2 }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.close();
  });

  const transactions = () => new TypeormTransactions(dataSource);
  const terminate = (pid: number) => dataSource.query('select pg_terminate_backend($1)', [pid]);

  it('in a statement is an absence of the database, no fault of ours', async () => {
    const broken = transactions().run((tx) => tx.query('select pg_terminate_backend(pg_backend_pid()), pg_sleep(5)'));
    expect(isDatabaseAway(await broken.catch((error: unknown) => error))).toBe(true);
  });

  it('between two statements is the same', async () => {
    const broken = transactions().run(async (tx) => {
      const [{ pid }] = (await tx.query('select pg_backend_pid() as pid')) as [{ pid: number }];
      await terminate(pid);
      await eventually('the end of the connection to be seen', () => tx.queryRunner!.isReleased);
      await tx.query('select 1');
    });
    expect(isDatabaseAway(await broken.catch((error: unknown) => error))).toBe(true);
  });

  it('leaves the pool usable', async () => {
    expect(await transactions().run((tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });
});
