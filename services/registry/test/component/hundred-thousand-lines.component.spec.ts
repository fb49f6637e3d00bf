import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nationalIdCheckCharacter } from '@yigongti/kernel';
import { startTestService, type TestClient, type TestService } from '@yigongti/testing';
import { registryService } from '../../src/registry.service.ts';
import { residentLine, testSettings, treeLines } from '../fixtures/registry.ts';

const path = '/registry/v1/residents/import';
const lines = 100_000;
/** All or none is one transaction, as a trial is: a third of the file shows what the whole would, at a third of the time. */
const inOne = 30_000;
const badLine = 21_803;
const patience = 240_000;

let service: TestService;
let township: TestClient;

beforeAll(async () => {
  service = await startTestService(registryService, { settings: testSettings, lateEntryUnlimited: true });
  await (await service.as('REGISTRAR', 'B1')).upload('/registry/v1/institutions/import', treeLines);
  township = await service.as('TOWNSHIP_CENTRE', 'T1');
});
afterAll(() => service.close());

/** Somebody for each number, two hundred a birthday; the bad one's number has a wrong check character. */
function personOf(index: number): object {
  const born = new Date(Date.UTC(1930, 0, 1) + Math.floor(index / 200) * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '');
  const first17 = `370725${born}${String((index % 200) * 2 + 1).padStart(3, '0')}`;
  const check = nationalIdCheckCharacter(first17);
  const written = index === badLine - 1 ? (check === '0' ? '1' : '0') : check;
  return { ...residentLine, sourceNo: `R${index}`, nationalId: `${first17}${written}`, householdNo: null };
}

const file = Array.from({ length: lines }, (_, index) => JSON.stringify(personOf(index)));
const firstOf = (count: number) => file.slice(0, count).join('\n');
const count = async () => (await service.query<{ n: number }>('select count(*)::int as n from resident'))[0]!.n;
const summaryOf = (results: readonly { readonly line: number; readonly status: string }[]) => ({
  lines: results.length,
  others: [...new Set(results.filter(({ line }) => line !== badLine).map(({ status }) => status))],
  bad: results.find(({ line }) => line === badLine),
});

describe('a file of a hundred thousand lines with a bad one', () => {
  const reason = { status: 'refused', errors: [{ code: 'registry.resident.national-id-invalid', pointer: '/nationalId' }] };

  it(
    'is judged as a whole by a trial, which writes nothing',
    async () => {
      const { lines: results } = await township.upload(`${path}?dryRun=true`, firstOf(inOne));
      expect(summaryOf(results)).toMatchObject({ lines: inOne, others: ['created'], bad: reason });
      expect(await count()).toBe(0);
    },
    patience,
  );

  it(
    'is not taken at all where all or none is asked for',
    async () => {
      const { lines: results } = await township.upload(`${path}?atomic=true`, firstOf(inOne));
      expect(summaryOf(results)).toMatchObject({ lines: inOne, others: ['refused'], bad: reason });
      expect(results[0]!.errors![0]!.code).toBe('import.rolled-back');
      expect(await count()).toBe(0);
    },
    patience,
  );

  it(
    'loads the others and names the line',
    async () => {
      const { lines: results } = await township.upload(path, firstOf(lines));
      expect(summaryOf(results)).toMatchObject({ lines, others: ['created'], bad: reason });
      expect(await count()).toBe(lines - 1);
    },
    patience,
  );
});
