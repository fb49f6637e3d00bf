import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { monthCleared, resultFrozen, resultPublished, type OutgoingEvent } from '@yigongti/events';
import { digestOf } from '@yigongti/kernel';
import { SequentialIds } from '@yigongti/testing';
import type { ResultView } from '../../src/result/result-view.ts';
import { AssessedCounty, occurredAt, reasonsOf, v1 } from '../fixtures/assessed-county.ts';
import { made } from '../fixtures/incoming.ts';
import { juneFigures } from '../fixtures/june.ts';

type Body = ResultView & Record<string, unknown>;
const results = `${v1}/results`;
const unknownId = '019f0000-0000-7000-8000-00000000ffff';
let county: AssessedCounty;
let schemeId: string;
let result: Body;

beforeAll(async () => {
  county = await AssessedCounty.start();
  schemeId = await county.publishScheme();
  result = (await county.publishResult(schemeId)) as Body;
});
afterAll(() => county.service.close());

const publish = (change: object, options = {}) =>
  county.bureau.post<Body>(results, { period: '2026-05', schemeId, occurredAt, ...change }, options);
const freeze = (resultId: string, ifMatch: number) =>
  county.bureau.post<Body>(`${results}/${resultId}/freeze`, { occurredAt }, { ifMatch });

describe('the result of a month', () => {
  it('scores each institution that had something to be measured by', () => {
    expect(result).toMatchObject({ period: '2026-06', state: 'PUBLISHED', resultVersion: 1, version: 1, institutionCount: 4 });
    const scores = result.scores.map(({ institutionCode, score, coefficient, rectification, excludedCodes }) => [
      ...[institutionCode, score, coefficient, rectification],
      excludedCodes.join(' '),
    ]);
    expect(scores).toEqual([
      ['H1', '90.61', '1', false, 'CON-COV PH-HTN-C'],
      ['T1', '92.86', '1', false, ''],
      ['T2', '23.53', '0.5', true, 'COST-IP'],
      ['T3', '0.00', '0.5', true, 'COST-IP PH-HTN-C REF-LOOP REF-RATIO'],
    ]);
  });

  it('keeps numerator and denominator of every indicator, for the county under the bureau', () => {
    const figures: Record<string, Record<string, string>> = {};
    for (const { code, institutionCode, numerator, denominator } of result.indicators) {
      figures[code] = { ...figures[code], [institutionCode]: `${numerator}/${denominator}` };
    }
    expect(figures).toEqual(juneFigures);
  });

  it('explains each score', () => {
    const { steps } = result.scores.find(({ institutionCode }) => institutionCode === 'T2')!;
    expect(steps).toMatchObject([
      { rule: 'assessment.score.points', inputs: { indicatorCode: 'CON-COV', numerator: '1', denominator: '2', target: '0.5' } },
      { rule: 'assessment.score.excluded', inputs: { indicatorCode: 'COST-IP', weight: '15' }, value: null },
      { rule: 'assessment.score.points', inputs: { indicatorCode: 'PH-HTN-C' }, value: '0' },
      { rule: 'assessment.score.points', inputs: { indicatorCode: 'REF-LOOP' }, value: '0' },
      { rule: 'assessment.score.points', inputs: { indicatorCode: 'REF-RATIO' }, value: '0' },
      { rule: 'assessment.score.total', value: '23.53', basis: 'scheme CHANGLE-MONTH@1' },
      { rule: 'assessment.score.coefficient', value: '0.5', basis: expect.stringMatching(/^profile changle/) },
    ]);
  });

  it('is told, read and listed', async () => {
    const [event] = await county.service.published(resultPublished);
    const { resultId, digest } = result;
    expect(event).toMatchObject({ key: resultId, aggregateVersion: 1, data: { period: '2026-06', institutionCount: 4, digest } });
    expect((await county.bureau.get(`${results}/${resultId}`)).body).toEqual(result);
    const { body } = await county.bureau.get<{ items: Body[] }>(`${results}?period=2026-06&state=PUBLISHED`);
    expect(body.items).toMatchObject([{ resultId, institutionCount: 4, allowedActions: ['freeze'] }]);
    expect(body.items[0]).not.toHaveProperty('scores');
  });
});

describe('publishing a result', () => {
  it('a second time for a period is refused with the id of the first, also by ten at once', async () => {
    const again = await publish({ period: '2026-06' });
    expect([again.status, again.body.code]).toEqual([409, 'assessment.result.period-taken']);
    expect(again.body.errors).toMatchObject([{ parameters: { resultId: result.resultId, state: 'PUBLISHED' } }]);
    const answers = await Promise.all(Array.from({ length: 10 }, () => publish({ period: '2026-04' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  });

  it.each<[string, object, string[]]>([
    ['an unknown scheme', { schemeId: unknownId }, ['scheme-unknown /schemeId']],
    ['a month that still runs', { period: '2026-07' }, ['period-not-over /period']],
    ['a month before the scheme', { period: '2025-12', schemeId: 'LATER' }, ['scheme-not-in-force /schemeId']],
    [
      'a running month of no scheme',
      { period: '2026-07', schemeId: unknownId },
      ['scheme-unknown /schemeId', 'period-not-over /period'],
    ],
  ])('is refused for %s, and nothing is written', async (_, change, reasons) => {
    const later = await county.bureau.get<{ items: { schemeId: string }[] }>(`${v1}/schemes?schemeCode=LATER`);
    const laterId =
      later.body.items[0]?.schemeId ?? (await county.publishScheme({ schemeCode: 'LATER', validFrom: '2026-01-02' }));
    const answer = await publish('schemeId' in change && change.schemeId === 'LATER' ? { ...change, schemeId: laterId } : change);
    expect([answer.status, reasonsOf(answer.body)]).toEqual([422, reasons]);
    const periods = await county.service.query<{ period: string }>(
      "select period from result where period in ('2026-07', '2025-12')",
    );
    expect(periods).toEqual([]);
  });

  it('is answered the same to the same key', async () => {
    const first = await publish({ period: '2026-03' }, { key: 'march' });
    const again = await publish({ period: '2026-03' }, { key: 'march' });
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
  });

  it('is refused for unknown fields and periods that are no months', async () => {
    const answer = await publish({ period: '2026-H1', note: 'x' });
    expect(answer.status).toBe(400);
    expect((answer.body.errors as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual(['/note', '/period']);
  });

  it('is refused for a month that the county has no figures for', async () => {
    const old = await county.publishScheme({ schemeCode: 'OLD', validFrom: '2020-01-01' });
    const answer = await publish({ period: '2023-12', schemeId: old });
    expect([answer.status, reasonsOf(answer.body)]).toEqual([422, ['before-profile']]);
  });

  it('leaves out whoever has nothing to be measured by', async () => {
    const quiet = await publish({ period: '2025-02' });
    expect(quiet.body.scores.map(({ institutionCode, score }) => `${institutionCode} ${score}`)).toEqual([
      'T1 0.00',
      'T2 0.00',
      'T3 0.00',
    ]);
    expect(quiet.body.indicators).toHaveLength(48);
  });
});

describe('freezing a result', () => {
  it('asks for the version that was looked at', async () => {
    const { resultId } = result;
    const missing = await county.bureau.post(`${results}/${resultId}/freeze`, { occurredAt });
    expect([missing.status, missing.body.code]).toEqual([428, 'request.if-match-missing']);
    const stale = await freeze(resultId, 7);
    expect([stale.status, stale.body.code]).toEqual([412, 'request.stale-version']);
    expect(await county.service.published(resultFrozen)).toEqual([]);
  });

  it('keeps it as it was published, and tells scores, coefficients and indicators', async () => {
    const answer = await freeze(result.resultId, 1);
    expect(answer.status).toBe(200);
    expect(answer.headers.etag).toBe('"2"');
    const changed = { state: 'FROZEN', version: 2, frozenAt: '2026-07-01T09:00:00.000+08:00', allowedActions: [] };
    expect(answer.body).toEqual({ ...result, ...changed });
    const [event] = await county.service.published(resultFrozen);
    const { scores, indicators, digest, ...head } = event!.data;
    expect([event!.aggregateVersion, digest]).toEqual([2, result.digest]);
    expect(head).toMatchObject({ resultId: result.resultId, period: '2026-06', schemeId, resultVersion: 1 });
    expect(digestOf({ scores, indicators })).toBe(digest);
    expect(scores).toContainEqual({ institutionCode: 'H1', score: '90.61', coefficient: '1' });
  });

  it('is not done twice, and the period stays taken', async () => {
    const again = await freeze(result.resultId, 2);
    expect([again.status, again.body.code]).toEqual([409, 'assessment.result.already-frozen']);
    const second = await publish({ period: '2026-06' });
    expect(second.body.errors).toMatchObject([{ parameters: { resultId: result.resultId, state: 'FROZEN' } }]);
  });

  it.each([
    ['the head', "update result set digest = 'x' where state = 'FROZEN'"],
    ['the head back', "update result set state = 'PUBLISHED', frozen_at = null where state = 'FROZEN'"],
    ['a score', 'update result_score set score = 100'],
    ['an indicator', 'delete from result_indicator'],
  ])('leaves %s to nobody to change, not even by SQL', async (_, statement) => {
    await expect(county.service.query(statement)).rejects.toThrow('append-only');
  });

  it('of an unknown result is not found', async () => {
    const answer = await freeze(unknownId, 1);
    expect([answer.status, answer.body.code]).toEqual([404, 'assessment.result.not-found']);
  });

  it('is recorded with the months that were cleared by it', async () => {
    const [runId, poolId] = [SequentialIds.at(1, 30), SequentialIds.at(2, 30)];
    const run = made(monthCleared, {
      ...{ runId, poolId, month: '2026-06', policyId: unknownId, assessmentResultId: result.resultId },
      ...{ claimCount: 0, points: '0', fundFen: 0, allocatedFen: 0, withheldFen: 0, statements: [], digest: '0'.repeat(64) },
    });
    await county.hears([run as OutgoingEvent]);
    const { body } = await county.bureau.get<Body>(`${results}/${result.resultId}`);
    expect(body.clearings).toEqual([{ runId, poolId, month: '2026-06' }]);
  });
});
