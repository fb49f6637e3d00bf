import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IndicatorRecordView } from '../../src/indicator/find-indicator-records.ts';
import { AssessedCounty, v1 } from '../fixtures/assessed-county.ts';
import { id } from '../fixtures/fact-events.ts';
import { june, juneFigures } from '../fixtures/june.ts';

type Page = { items: IndicatorRecordView[]; next: string | null } & Record<string, unknown>;
let county: AssessedCounty;
beforeAll(async () => {
  county = await AssessedCounty.start();
});
afterAll(() => county.service.close());

const path = (code: string, query: string) => `${v1}/indicators/${code}/records?period=2026-06&${query}`;
const open = (code: string, query: string, client = county.bureau) => client.get<Page>(path(code, query));

describe('a figure opens to its records', () => {
  it.each(Object.entries(juneFigures))('%s of every institution: as many as were counted', async (code, figures) => {
    for (const [institutionCode, figure] of Object.entries(figures)) {
      const [numerator, denominator] = figure.split('/').map(Number);
      const above = (await open(code, `institutionCode=${institutionCode}`)).body.items;
      const below = (await open(code, `institutionCode=${institutionCode}&part=DENOMINATOR`)).body.items;
      const sum = (items: IndicatorRecordView[]) => items.reduce((running, { adds }) => running + Number(adds), 0);
      expect([institutionCode, sum(above), Math.round(sum(below))]).toEqual([institutionCode, numerator, denominator]);
    }
  });

  it('by ids alone: what it is, whose, what made it count, on which day', async () => {
    const { body } = await open('CON-COV', 'institutionCode=T2');
    expect(body.items).toEqual([
      {
        ...{ kind: 'RESIDENT', recordId: id.resident(4), residentId: id.resident(4), evidenceId: id.contract(3) },
        ...{ on: '2026-06-30', adds: '1' },
      },
    ]);
    const [stay] = (await open('COST-IP', 'institutionCode=T1')).body.items;
    expect(stay).toMatchObject({ kind: 'CLAIM', recordId: id.claim(3), adds: '2500' });
  });

  it('page by page', async () => {
    const first = await open('VIS-PRIM-A', 'institutionCode=B0&part=DENOMINATOR&limit=3');
    expect(first.headers.link).toContain('rel="next"');
    const second = await open('VIS-PRIM-A', `institutionCode=B0&part=DENOMINATOR&limit=3&cursor=${first.body.next}`);
    const ids = [...first.body.items, ...second.body.items].map(({ recordId }) => recordId);
    expect([ids.length, second.body.next, ids]).toEqual([5, null, [...new Set(ids)].sort()]);
  });

  it('and leaves its trace for every resident shown', async () => {
    await open('PH-HTN-C', 'institutionCode=T2&part=DENOMINATOR');
    const rows = await county.service.query<{ subject: string }>(
      "select resident_id::text as subject from audit where action = 'open' and resource = 'indicator' order by recorded_at desc limit 1",
    );
    expect(rows).toEqual([{ subject: id.resident(june.enrolments[2]!.resident) }]);
  });
});

describe('records are refused', () => {
  it.each<[string, string, string, number, string]>([
    ['an indicator that is not in the catalogue', 'VIS-CNTY', 'institutionCode=T1', 404, 'assessment.indicator.not-found'],
    ['an institution that nobody knows', 'CON-COV', 'institutionCode=T9', 404, 'assessment.indicator.institution-not-found'],
    ['a clinic, which counts with its town', 'CON-COV', 'institutionCode=V11', 404, 'assessment.indicator.institution-not-found'],
    ['a level that it does not measure', 'CON-COV', 'institutionCode=H1', 422, 'assessment.indicator.not-applicable'],
    ['no institution', 'CON-COV', 'limit=3', 400, 'request.invalid'],
    ['an unknown side', 'CON-COV', 'institutionCode=T1&part=BOTH', 400, 'request.invalid'],
    ['a forged cursor', 'CON-COV', 'institutionCode=T1&cursor=WzFd', 400, 'request.cursor-invalid'],
  ])('for %s', async (_, code, query, status, refusal) => {
    const answer = await open(code, query);
    expect([answer.status, answer.body.code]).toEqual([status, refusal]);
  });

  it('to neighbours, and to who counts from the topics', async () => {
    const neighbour = await open('CON-COV', 'institutionCode=T1', await county.service.as('TOWNSHIP_CENTRE', 'T2'));
    expect([neighbour.status, neighbour.body.code]).toEqual([404, 'assessment.indicator.institution-not-found']);
    expect((await open('CON-COV', 'institutionCode=T1', await county.service.as('ANALYST', 'B0'))).status).toBe(403);
    expect((await open('CON-COV', 'institutionCode=T1', await county.service.as('COUNTY_HOSPITAL', 'H1'))).status).toBe(200);
  });
});
