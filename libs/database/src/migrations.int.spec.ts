import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@yigongti/testing';
import { createDataSource } from './data-source.ts';
import { migrate, MigrationRefused, sqlMigration } from './migrations.ts';

const createNote = sqlMigration({
  at: 1795000000000,
  name: 'create-note',
  reason: 'A table to look for.',
  up: ['create table note (note_id int primary key)'],
});
const addText = sqlMigration({
  at: 1795000001000,
  name: 'add-text',
  reason: 'It says something.',
  up: ["alter table note add column text text not null default ''"],
});
const otherNote = sqlMigration({
  at: 1795000000000,
  name: 'create-note',
  reason: 'Edited after it was applied.',
  up: ['create table note (note_id uuid primary key)'],
});

describe('migrate', () => {
  let database: TestDatabase;
  beforeEach(async () => (database = await testDatabase({ schema: 'contracts' })));
  afterEach(() => database.close());

  const run = (...migrations: (typeof createNote)[]) => migrate({ url: database.url, schema: 'contracts', migrations });

  it('applies what is missing, and data of an older version stay', async () => {
    expect(await run(createNote)).toEqual(['create-note-1795000000000']);
    await ask('insert into note values (7)');
    expect(await run(createNote, addText)).toEqual(['add-text-1795000001000']);
    expect(await run(createNote, addText)).toEqual([]);
    expect(await ask('select * from note')).toEqual([{ note_id: 7, text: '' }]);
  });

  it('changes nothing where a newer version wrote the data, and says so', async () => {
    await run(createNote, addText);
    const refused = await run(createNote).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(MigrationRefused);
    expect((refused as Error).message).toContain('add-text-1795000001000 is not known to this version');
  });

  it('does not pass over a migration that was edited after it was applied', async () => {
    await run(createNote);
    await expect(run(otherNote, addText)).rejects.toThrow('create-note-1795000000000 was applied with other statements');
    expect(await ask("select column_name as name from information_schema.columns where table_name = 'note'")).toEqual([
      { name: 'note_id' },
    ]);
  });

  async function ask(statement: string): Promise<unknown> {
    const dataSource = await createDataSource({ url: database.url, schema: 'contracts', poolSize: 1 }).initialize();
    try {
      return await dataSource.query(statement);
    } finally {
      await dataSource.destroy();
    }
  }
});
