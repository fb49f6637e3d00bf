import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { institutionChanged, residentChanged } from '@yigongti/events';
import { startTestService, type TestClient, type TestService } from '@yigongti/testing';
import { registryService } from '../../src/registry.service.ts';
import { residentLine, testSettings, treeLines } from '../fixtures/registry.ts';

let service: TestService;
let registrar: TestClient;
let township: TestClient;

beforeAll(async () => {
  service = await startTestService(registryService, { settings: testSettings, lateEntryUnlimited: true });
  registrar = await service.as('REGISTRAR', 'B1');
  township = await service.as('TOWNSHIP_CENTRE', 'T1');
  const loaded = await registrar.upload('/registry/v1/institutions/import', treeLines);
  expect(loaded.lines.map((line) => line.status)).toEqual(['created', 'created', 'created', 'created']);
});

afterAll(() => service.close());

describe('the tree of institutions', () => {
  it('is taken in any order of its lines, each change with its event', async () => {
    const events = await service.published(institutionChanged);
    expect(events.map(({ data }) => data.institutionCode).sort()).toEqual(['H1', 'T1', 'T2', 'V1']);
    expect(events.every(({ aggregateVersion }) => aggregateVersion === 1)).toBe(true);
  });

  it('taken again adds nothing', async () => {
    const again = await registrar.upload('/registry/v1/institutions/import', treeLines);
    expect(again.lines.map((line) => line.status)).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
    expect(await service.published(institutionChanged)).toHaveLength(4);
  });

  it('is listed page by page', async () => {
    const first = await township.get<{ items: { institutionCode: string }[] }>('/registry/v1/institutions?limit=3');
    expect(first.body.items.map((item) => item.institutionCode)).toEqual(['H1', 'T1', 'T2']);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.link ?? '')?.[1];
    const second = await township.get<{ items: { institutionCode: string }[] }>(next!);
    expect(second.body.items.map((item) => item.institutionCode)).toEqual(['V1']);
  });
});

describe('residents', () => {
  it('are taken line by line: a bad line is reported and changes nothing, the others count', async () => {
    const answer = await township.upload('/registry/v1/residents/import', [
      residentLine,
      { ...residentLine, sourceNo: 'R000002', nationalId: '370725195005051231' },
      { ...residentLine, sourceNo: 'R000003', nationalId: '37072519900101002X', homeInstitutionCode: 'T2' },
      { ...residentLine, sourceNo: 'R000004', nationalId: 7 },
    ]);
    expect(
      answer.lines.map((line) => [line.line, line.status, line.errors?.map(({ code, pointer }) => [code, pointer])]),
    ).toEqual([
      [1, 'created', undefined],
      [2, 'refused', [['registry.resident.national-id-invalid', '/nationalId']]],
      [3, 'refused', expect.arrayContaining([['registry.line.foreign-institution', '/homeInstitutionCode']])],
      [4, 'refused', expect.arrayContaining([['request.is-string', '/nationalId']])],
    ]);
    expect(await service.published(residentChanged)).toHaveLength(1);
  });

  it('are found by national id, without the number coming back', async () => {
    const answer = await township.post<{ answers: { residentId: string | null; fault: string | null }[] }>(
      '/registry/v1/residents/lookup',
      { nationalIds: [residentLine.nationalId, '11010519491231002X', '37072519500505123'] },
    );
    expect(answer.status).toBe(200);
    expect(answer.body.answers.map(({ residentId, fault }) => [residentId !== null, fault])).toEqual([
      [true, null],
      [false, null],
      [false, 'format'],
    ]);
    expect(answer.text).not.toContain(residentLine.nationalId);
  });
});
