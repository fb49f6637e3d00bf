import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogueChanged, encounterRecorded, institutionChanged, practitionerChanged } from '@yigongti/events';
import { accessFaults } from '@yigongti/testing';
import { at, LoadedRegistry } from '../fixtures/loaded-registry.ts';
import { newPerson } from '../fixtures/people.ts';
import { treeLines } from '../fixtures/registry.ts';

let registry: LoadedRegistry;
beforeAll(async () => {
  registry = await LoadedRegistry.start();
});
afterAll(() => registry.service.close());

const occurredAt = '2026-05-31T08:00:00+08:00';
const practitioner = {
  practitionerCode: 'D1',
  institutionCode: 'T1',
  role: 'GP',
  activeFrom: '2020-01-01',
  sourceVersion: 1,
  occurredAt,
};

describe('institutions', () => {
  it('change with their version, once; an older version changes nothing', async () => {
    const [village] = treeLines.filter(({ institutionCode }) => institutionCode === 'V1');
    const renamed = { ...village, nameZh: '新一村卫生室(合成)', sourceVersion: 2 };
    expect(await registry.send(registry.registrar, 'institutions/import', [renamed, village!, renamed])).toEqual([
      'updated',
      'unchanged',
      'unchanged',
    ]);
    const events = (await registry.service.published(institutionChanged)).filter(({ data }) => data.institutionCode === 'V1');
    expect(events.map(({ aggregateVersion, data }) => [aggregateVersion, data.nameZh])).toEqual([
      [1, '一村卫生室(合成)'],
      [2, '新一村卫生室(合成)'],
    ]);
    expect((await registry.village.get(at('institutions/V1'))).body).toMatchObject({ nameZh: renamed.nameZh, version: 2 });
  });

  it('are refused where their tree or their time is impossible', async () => {
    const odd = { ...treeLines[0]!, institutionCode: 'V8', parentCode: 'V8', activeTo: '2019-12-31' };
    expect(await registry.send(registry.registrar, 'institutions/import', [odd])).toEqual([
      ['refused', ['registry.institution.own-parent', '/parentCode'], ['registry.institution.ends-before-start', '/activeTo']],
    ]);
    expect((await registry.village.get(at('institutions/V8'))).status).toBe(404);
  });
});

describe('practitioners', () => {
  it('are taken by code, each change with its event', async () => {
    const left = { ...practitioner, activeTo: '2026-05-30', sourceVersion: 2 };
    const stranger = { ...practitioner, practitionerCode: 'D2', institutionCode: 'T9' };
    expect(await registry.send(registry.township, 'practitioners/import', [practitioner, left, stranger])).toEqual([
      'created',
      'updated',
      ['refused', ['registry.line.institution-unknown', '/institutionCode']],
    ]);
    const events = await registry.service.published(practitionerChanged);
    expect(events.map(({ data }) => [data.practitionerCode, data.activeTo])).toEqual([
      ['D1', null],
      ['D1', '2026-05-30'],
    ]);
    const list = await registry.village.get<{ items: unknown[] }>(at('practitioners?institutionCode=T1&role=GP'));
    expect(list.body.items).toEqual([expect.objectContaining({ practitionerCode: 'D1', version: 2 })]);
  });

  it('are for the own institution and what lies below it', async () => {
    const line = { ...practitioner, practitionerCode: 'D3', institutionCode: 'V1' };
    expect(await registry.send(registry.neighbour, 'practitioners/import', [line])).toEqual([
      ['refused', ['registry.line.institution-unknown', '/institutionCode']],
    ]);
    expect(await registry.send(registry.township, 'practitioners/import', [line])).toEqual(['created']);
  });
});

describe('catalogues', () => {
  const entry = { code: 'A1', nameZh: '甲', nameEn: null, attributes: { weight: '1.5' } };
  const catalogue = { catalogueCode: 'TRIAL', version: 1, validFrom: '2026-01-01', entries: [entry], occurredAt };

  it('travel whole, with their version and digest', async () => {
    const second = { ...catalogue, version: 2, entries: [entry, { ...entry, code: 'A2' }] };
    expect(await registry.send(registry.registrar, 'catalogues/import', [catalogue, catalogue, second])).toEqual([
      'created',
      'unchanged',
      'updated',
    ]);
    const events = await registry.service.published(catalogueChanged);
    expect(events.map(({ data }) => [data.version, data.entries.length])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(new Set(events.map(({ data }) => data.digest)).size).toBe(2);
    expect((await registry.village.get(at('catalogues/TRIAL'))).body).toMatchObject({ catalogueVersion: 2, version: 2 });
  });

  it('name no code twice', async () => {
    const twice = { ...catalogue, catalogueCode: 'TWICE', entries: [entry, entry] };
    expect(await registry.send(registry.registrar, 'catalogues/import', [twice])).toEqual([
      ['refused', [expect.stringMatching(/code-repeated$/), '/entries/1/code']],
    ]);
  });
});

describe('encounters', () => {
  it('are taken as the hospital reports them; what is wrong with a line is told', async () => {
    const residentId = await registry.register(newPerson());
    const visit = {
      institutionCode: 'H1',
      sourceNo: 'MZ1',
      sourceVersion: 1,
      residentId,
      kind: 'OUTPATIENT',
      happenedAt: '2026-05-31T09:00:00+08:00',
      diagnosisCodes: ['I10.x00'],
      outOfCounty: false,
      occurredAt,
    };
    const stranger = '01936b5e-7a3c-7d10-8a51-4f0c2f6dffff';
    expect(
      await registry.send(registry.hospital, 'encounters/import', [
        visit,
        { ...visit, sourceVersion: 2, diagnosisCodes: ['I10.x00', 'E11.900'] },
        { ...visit, sourceNo: 'ZY1', kind: 'ADMISSION' },
        { ...visit, sourceNo: 'MZ2', residentId: stranger, happenedAt: '2026-06-02T09:00:00+08:00' },
      ]),
    ).toEqual([
      'created',
      'updated',
      ['refused', [expect.stringMatching(/admission-no-missing$/), '/admissionNo']],
      ['refused', ['registry.line.resident-unknown', '/residentId'], [expect.stringMatching(/in-the-future$/), '/happenedAt']],
    ]);
    expect(await registry.send(registry.township, 'encounters/import', [{ ...visit, sourceNo: 'MZ3' }])).toEqual([
      ['refused', ['registry.line.foreign-institution', '/institutionCode']],
    ]);
    const events = await registry.service.published(encounterRecorded);
    expect(events.map(({ aggregateVersion, data }) => [aggregateVersion, data.diagnosisCodes])).toEqual([
      [1, ['I10.x00']],
      [2, ['I10.x00', 'E11.900']],
    ]);
    const seenBy = async (client: LoadedRegistry['hospital']) =>
      (await client.get<{ items: unknown[] }>(at(`encounters?residentId=${residentId}`))).body.items.length;
    expect([await seenBy(registry.hospital), await seenBy(registry.township)]).toEqual([1, 0]);
  });
});

describe('the door', () => {
  it('lets every role in where the table says so, and nowhere else', async () => {
    expect(await accessFaults(registry.service)).toEqual([]);
  });
});
