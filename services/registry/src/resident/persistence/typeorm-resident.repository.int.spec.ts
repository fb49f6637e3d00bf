import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource, TypeormTransactions } from '@yigongti/database';
import type { CommandContext } from '@yigongti/kernel';
import { configureMessaging } from '@yigongti/messaging';
import { FakeClock, SequentialIds, testDatabase, type TestDatabase } from '@yigongti/testing';
import type { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.ts';
import { newPerson } from '../../../test/fixtures/people.ts';
import type { ResidentLine } from '../resident-line.ts';
import { AesNationalIdVault, parseKeyRing } from './aes-national-id-vault.ts';
import { residentRow } from './resident.row.ts';
import { TypeormResidentRepository } from './typeorm-resident.repository.ts';

const clock = new FakeClock();
const ids = new SequentialIds();
let database: TestDatabase;
let dataSource: DataSource;
let transactions: TypeormTransactions;

beforeAll(async () => {
  database = await testDatabase({ schema: 'registry', migrations });
  dataSource = await createDataSource({ url: database.url, schema: 'registry', rows: [residentRow] }).initialize();
  configureMessaging(dataSource, { county: 'test', service: 'registry', clock });
  transactions = new TypeormTransactions(dataSource);
});
afterAll(async () => {
  await dataSource.destroy();
  await database.close();
});

const keyOf = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString('base64')}`;
const repositoryWith = (...keys: string[]) => {
  const ring = parseKeyRing(keys.join(','));
  return new TypeormResidentRepository(new AesNationalIdVault(ring, ring), ids);
};
const before = repositoryWith(keyOf('k1', 1));
const after = repositoryWith(keyOf('k2', 2), keyOf('k1', 1));

const at = '2026-06-01T08:00:00.000+08:00';
const context = {
  occurredAt: at,
  recordedAt: at,
  correlationId: ids.next(),
  causationId: null,
  traceparent: null,
} as CommandContext;
const take = (repository: TypeormResidentRepository, line: ResidentLine) =>
  transactions.run((tx) => repository.importLines(tx, [line], { reportable: new Set(['V1']), context }));

describe('residents under a new key', () => {
  it('are the same persons: found, unchanged, and written with the new key when they change', async () => {
    const line = newPerson();
    const [created] = await take(before, line);
    expect(await take(after, line)).toEqual([{ status: 'unchanged', id: created!.id }]);
    expect(await take(after, { ...line, sourceVersion: 2, insuranceType: 'EMPLOYEE' })).toEqual([
      { status: 'updated', id: created!.id },
    ]);
    const rows = await dataSource.query('select blind_index_key_id, sealing_key_id, version from resident');
    expect(rows).toEqual([{ blind_index_key_id: 'k2', sealing_key_id: 'k2', version: 2 }]);
    const found = await transactions.run((tx) => after.findByNationalIds(tx, [line.nationalId]));
    expect([...found.values()]).toEqual([created!.id]);
    const view = await transactions.run((tx) => after.find(tx, created!.id!));
    expect(view).toMatchObject({ residentId: created!.id, insuranceType: 'EMPLOYEE' });
  });
});

describe('a resident whom several units report at once', () => {
  it('is one', async () => {
    const line = newPerson();
    const tried = await Promise.allSettled(Array.from({ length: 6 }, () => take(before, line)));
    expect(tried.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    const found = await transactions.run((tx) => before.findByNationalIds(tx, [line.nationalId]));
    expect(found.size).toBe(1);
    const rows = await dataSource.query<{ n: number }[]>('select count(*)::int as n from resident where source_no = $1', [
      line.sourceNo,
    ]);
    expect(rows[0]!.n).toBe(1);
    expect(await take(before, line)).toEqual([{ status: 'unchanged', id: [...found.values()][0] }]);
  });
});
