import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { serviceSchemas, sqlMigration } from '@yigongti/database';
import { testDatabase, type TestDatabase } from './test-database.ts';

const creating = (up: string) => [
  sqlMigration({ at: 1795000000000, name: 'create-note', reason: 'A table to look for.', up: [up] }),
];
const migrations = creating('create table note (note_id int primary key, period daterange)');

describe('testDatabase', () => {
  let own: TestDatabase;
  let other: TestDatabase;

  beforeAll(async () => {
    [own, other] = await Promise.all([
      testDatabase({ schema: 'contracts', migrations }),
      testDatabase({ schema: 'contracts', migrations }),
    ]);
  });
  afterAll(() => Promise.all([own.close(), other.close()]));

  it('gives each caller a migrated database of its own', async () => {
    await ask(own.url, 'insert into contracts.note values (1)');
    expect(own.name).toContain('test');
    expect(await ask(other.url, 'select * from contracts.note')).toEqual([]);
  });

  it('is made by what the migrations say, not by their names alone', async () => {
    const another = await testDatabase({ schema: 'contracts', migrations: creating('create table note (note_id uuid)') });
    const types = "select data_type from information_schema.columns where table_name = 'note' and column_name = 'note_id'";
    expect(await ask(another.url, types)).toEqual([{ data_type: 'uuid' }]);
    await another.close();
  });

  it('has the extension that overlapping periods are kept out with', async () => {
    const exclusive = 'alter table contracts.note add exclude using gist (note_id with =, period with &&)';
    await expect(ask(own.url, exclusive)).resolves.toEqual([]);
  });

  it.each(Object.values(serviceSchemas))('lets %s into its own schema and nowhere else', async (role) => {
    const [{ current_user: user }] = (await ask(own.urlOf(role), 'select current_user')) as [{ current_user: string }];
    expect(user).toBe(role);
    await expect(ask(own.urlOf(role), `create table ${role}.mine (id int)`)).resolves.toEqual([]);
    await expect(ask(own.urlOf(role), `create table ${role}_jobs.mine (id int)`)).resolves.toEqual([]);
    const neighbour = role === 'registry' ? 'contracts' : 'registry';
    await expect(ask(own.urlOf(role), `create table ${neighbour}.theirs (id int)`)).rejects.toThrow('permission denied');
    await expect(ask(own.urlOf(role), 'create table public.anybodys (id int)')).rejects.toThrow('permission denied');
  });

  it('is gone when closed, whoever is still connected', async () => {
    const passing = await testDatabase({ schema: 'registry' });
    const client = new pg.Client({ connectionString: passing.url });
    client.on('error', () => undefined);
    await client.connect();
    await passing.close();
    await expect(ask(passing.url, 'select 1')).rejects.toThrow('does not exist');
  });
});

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as unknown[];
  } finally {
    await client.end();
  }
}
