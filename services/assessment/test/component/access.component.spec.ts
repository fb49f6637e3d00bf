import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@yigongti/kernel';
import { accessFaults, withstandsGeneratedInput } from '@yigongti/testing';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IndicatorValuesView } from '../../src/indicator/find-indicator-values.ts';
import type { ResultView } from '../../src/result/result-view.ts';
import { AssessedCounty, occurredAt, v1 } from '../fixtures/assessed-county.ts';

let county: AssessedCounty;
let resultId: string;
beforeAll(async () => {
  county = await AssessedCounty.start();
  resultId = (await county.publishResult(await county.publishScheme())).resultId;
});
afterAll(() => county.service.close());

it('every route is for the roles of its row and for nobody else', async () => {
  expect(await accessFaults(county.service)).toEqual([]);
}, 60_000);

describe('what a caller sees of a result', () => {
  it.each<[string, Role, string, string[], string[]]>([
    ['everything for the health bureau', 'HEALTH_BUREAU', 'B0', ['H1', 'T1', 'T2', 'T3'], ['B0', 'H1', 'H2', 'T1', 'T2', 'T3']],
    ['everything for analysts', 'ANALYST', 'B0', ['H1', 'T1', 'T2', 'T3'], ['B0', 'H1', 'H2', 'T1', 'T2', 'T3']],
    [
      'everything for the insurance bureau',
      'INSURANCE_BUREAU',
      'I1',
      ['H1', 'T1', 'T2', 'T3'],
      ['B0', 'H1', 'H2', 'T1', 'T2', 'T3'],
    ],
    ['its own for a township', 'TOWNSHIP_CENTRE', 'T2', ['T2'], ['T2']],
    ['its own and what lies below for a hospital', 'COUNTY_HOSPITAL', 'H1', ['H1', 'T1', 'T2'], ['H1', 'T1', 'T2']],
    ['what lies below a hospital that is not scored itself', 'COUNTY_HOSPITAL', 'H2', ['T3'], ['H2', 'T3']],
    ['nothing of it for an institution that nobody knows', 'TOWNSHIP_CENTRE', 'T9', [], []],
  ])('is %s', async (_, role, institutionCode, scored, measured) => {
    const client = await county.service.as(role, institutionCode);
    const { status, body } = await client.get<ResultView & Record<string, unknown>>(`${v1}/results/${resultId}`);
    const codesIn = (lines: readonly { institutionCode: string }[]) =>
      [...new Set(lines.map((line) => line.institutionCode))].sort();
    expect(status).toBe(200);
    expect([codesIn(body.scores), codesIn(body.indicators)]).toEqual([scored, measured]);
    const live = await client.get<IndicatorValuesView & Record<string, unknown>>(
      `${v1}/indicators/REF-RATIO/values?period=2026-06`,
    );
    expect(codesIn(live.body.values)).toEqual(measured);
  });

  it('does not widen by asking for a neighbour by name', async () => {
    const client = await county.service.as('TOWNSHIP_CENTRE', 'T2');
    const { status, body } = await client.get(`${v1}/indicators/CON-COV/values?period=2026-06&institutionCode=T1`);
    expect([status, body.values]).toEqual([200, []]);
  });
});

it('withstands generated input at every operation: no fault of ours, nothing undocumented', async () => {
  const options = { seed: 20261122, cases: 20, institutionCodes: ['B0', 'H1', 'T1', 'T2', 'V11'] };
  const { statuses } = await withstandsGeneratedInput(county.service, options);
  expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['200', '400', '403', '404']));
}, 120_000);

describe('a county that only watches its months', () => {
  let watching: AssessedCounty;
  beforeAll(async () => {
    const path = join(import.meta.dirname, '../../../../deploy/counties/changle.yaml');
    const { assessment } = parse(readFileSync(path, 'utf8')) as { assessment: Record<string, object> };
    const moneyPeriods = { ...assessment.moneyPeriods, value: [] };
    watching = await AssessedCounty.start({ profile: { ...assessment, moneyPeriods } });
  });
  afterAll(() => watching.service.close());

  it('publishes a result, but nobody freezes it for money', async () => {
    const result = await watching.publishResult(await watching.publishScheme());
    expect(result).toMatchObject({ decidesMoney: false, allowedActions: [] });
    const answer = await watching.bureau.post(`${v1}/results/${result.resultId}/freeze`, { occurredAt }, { ifMatch: 1 });
    expect([answer.status, answer.body.code]).toEqual([422, 'assessment.result.monitor-only']);
  });
});

describe('the other county', () => {
  it('counts by its own figures: its loop is closed within 14 days', async () => {
    const deqing = await AssessedCounty.start({ county: 'deqing' });
    try {
      const { body } = await deqing.bureau.get<IndicatorValuesView & Record<string, unknown>>(
        `${v1}/indicators/REF-LOOP/values?period=2026-06`,
      );
      expect(body.profileVersion).toMatch(/^deqing/);
      expect(body.terms).toMatchObject([{ name: 'loopDays', value: 14 }]);
      const [county] = body.values;
      expect(county).toMatchObject({ institutionCode: 'B0', numerator: '0', denominator: '2' });
    } finally {
      await deqing.service.close();
    }
  });
});
