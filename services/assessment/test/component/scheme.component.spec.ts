import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { schemePublished } from '@yigongti/events';
import type { SchemeView } from '../../src/scheme/scheme-view.ts';
import { AssessedCounty, reasonsOf, scheme, v1 } from '../fixtures/assessed-county.ts';

const schemes = `${v1}/schemes`;
const lines: string[] = [];
let county: AssessedCounty;
beforeAll(async () => {
  county = await AssessedCounty.start({ onLog: (line) => lines.push(line) });
});
afterAll(() => county.service.close());

const rows = (schemeCode: string) => county.service.query('select from scheme where scheme_code = $1', [schemeCode]);

describe('publishing a scheme', () => {
  it('answers with it, keeps it, tells it and logs it', async () => {
    const answer = await county.bureau.post<SchemeView & Record<string, unknown>>(schemes, scheme);
    const { schemeId } = answer.body;
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({ location: `${schemes}/${schemeId}`, etag: '"1"' });
    expect(answer.body).toMatchObject({ schemeCode: 'CHANGLE-MONTH', schemeVersion: 1, validFrom: '2025-01-01' });
    const [event] = (await county.service.published(schemePublished)).filter(({ key }) => key === schemeId);
    expect(event).toMatchObject({
      aggregateVersion: 1,
      data: {
        version: 1,
        items: [
          { indicatorCode: 'CON-COV', weight: '20', scoring: 'LINEAR_UP', target: '0.5' },
          { indicatorCode: 'COST-IP', weight: '15', scoring: 'LINEAR_DOWN', target: '7000' },
          { indicatorCode: 'PH-HTN-C' },
          { indicatorCode: 'REF-LOOP' },
          { indicatorCode: 'REF-RATIO' },
        ],
      },
    });
    expect((await county.bureau.get(`${schemes}/${schemeId}`)).body).toEqual(answer.body);
    expect(lines.some((line) => line.includes('SchemeController.publish'))).toBe(true);
  });

  it('is refused for all reasons at once, and nothing is written', async () => {
    const items = [
      { indicatorCode: 'COST-IP', weight: '60', scoring: 'LINEAR_UP', target: '0' },
      { indicatorCode: 'VIS-CNTY', weight: '39.99', scoring: 'LINEAR_UP', target: '0.9' },
    ];
    const before = (await county.service.published(schemePublished)).length;
    const answer = await county.bureau.post(schemes, { ...scheme, schemeCode: 'REFUSED', items });
    expect(answer.status).toBe(422);
    expect(reasonsOf(answer.body)).toEqual([
      'weights-not-hundred /items',
      'indicator-unknown /items/1/indicatorCode',
      'target-not-positive /items/0/target',
      'scoring-against-direction /items/0/scoring',
    ]);
    expect(await rows('REFUSED')).toEqual([]);
    expect(await county.service.published(schemePublished)).toHaveLength(before);
  });

  it('gives the stored answer to the same key, and an honest one to another body', async () => {
    const body = { ...scheme, schemeCode: 'AGAIN' };
    const first = await county.bureau.post(schemes, body, { key: 'again' });
    const again = await county.bureau.post(schemes, body, { key: 'again' });
    const other = await county.bureau.post(schemes, { ...body, version: 2 }, { key: 'again' });
    expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([201, first.body, 'true']);
    expect([other.status, other.body.code]).toEqual([422, 'command.key-reused']);
    expect(await rows('AGAIN')).toHaveLength(1);
  });

  it('is done once for a version, also by ten at once', async () => {
    const body = { ...scheme, schemeCode: 'ONCE' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => county.bureau.post(schemes, body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('assessment.scheme.version-taken');
    expect((await county.bureau.post(schemes, { ...body, version: 2 })).status).toBe(201);
  });

  it.each<[string, object, string]>([
    ['an unknown field', { ...scheme, weight: '1' }, '/weight'],
    ['an unknown field of an item', { ...scheme, items: [{ ...scheme.items[0], dimension: 'x' }] }, '/items/0/dimension'],
    ['a weight that is a number', { ...scheme, items: [{ ...scheme.items[0], weight: 100 }] }, '/items/0/weight'],
    ['a method that schemes do not know', { ...scheme, items: [{ ...scheme.items[0], scoring: 'TIER' }] }, '/items/0/scoring'],
    ['no items', { ...scheme, items: [] }, '/items'],
    ['a version below 1', { ...scheme, version: 0 }, '/version'],
  ])('is refused for %s', async (_, body, pointer) => {
    const answer = await county.bureau.post(schemes, body);
    expect(answer.status).toBe(400);
    expect((answer.body.errors as { pointer: string }[]).map((fault) => fault.pointer)).toEqual([pointer]);
  });
});

describe('schemes', () => {
  it('are listed page by page, by code', async () => {
    for (const version of [1, 2, 3]) await county.publishScheme({ schemeCode: 'LISTED', version });
    const first = await county.bureau.get<{ items: SchemeView[]; next: string }>(`${schemes}?schemeCode=LISTED&limit=2`);
    expect(first.headers.link).toContain('rel="next"');
    const second = await county.bureau.get<{ items: SchemeView[]; next: string | null }>(
      `${schemes}?schemeCode=LISTED&limit=2&cursor=${first.body.next}`,
    );
    const versions = [...first.body.items, ...second.body.items].map(({ schemeVersion }) => schemeVersion);
    expect([versions, second.body.next]).toEqual([[1, 2, 3], null]);
  });

  it('that do not exist are not found', async () => {
    const answer = await county.bureau.get(`${schemes}/019f0000-0000-7000-8000-00000000ffff`);
    expect([answer.status, answer.body.code]).toEqual([404, 'assessment.scheme.not-found']);
  });
});
