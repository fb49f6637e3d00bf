import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appealDecided, appealSubmitted, appealWithdrawn, resultFrozen, resultPublished } from '@yigongti/events';
import type { TestClient } from '@yigongti/testing';
import type { AppealView } from '../../src/appeal/appeal-view.ts';
import type { ResultView } from '../../src/result/result-view.ts';
import { AssessedCounty, occurredAt, reasonsOf, v1 } from '../fixtures/assessed-county.ts';
import { enrolledLater } from '../fixtures/june.ts';

type Body = ResultView & Record<string, unknown>;
type AppealBody = AppealView & Record<string, unknown>;
const appeals = `${v1}/appeals`;
const results = `${v1}/results`;
const unknownId = '019f0000-0000-7000-8000-00000000ffff';

let county: AssessedCounty;
let first: Body;
let [town, hospital, otherTown]: TestClient[] = [];
beforeAll(async () => {
  county = await AssessedCounty.start();
  first = (await county.publishResult(await county.publishScheme())) as Body;
  [town, hospital, otherTown] = await Promise.all([
    county.service.as('TOWNSHIP_CENTRE', 'T2'),
    county.service.as('COUNTY_HOSPITAL', 'H1'),
    county.service.as('TOWNSHIP_CENTRE', 'T3'),
  ]);
});
afterAll(() => county.service.close());

const said = { reasonCode: 'FACTS_MISSING', evidence: ['WJ-118'], occurredAt };
const appeal = (client: TestClient, change: object = {}) =>
  client.post<AppealBody>(appeals, { resultId: first.resultId, indicatorCode: 'CON-COV', ...said, ...change });
const act = (client: TestClient, step: string, { ifMatch = 1, ...body }: { ifMatch?: number; [field: string]: unknown } = {}) =>
  client.post<AppealBody>(`${appeals}/${step}`, { occurredAt, ...body }, { ifMatch });
const onResult = (resultId: string, action: string, ifMatch: number) =>
  county.bureau.post<Body>(`${results}/${resultId}/${action}`, { occurredAt }, { ifMatch });
const rowsOf = async () => (await county.service.query<{ n: number }>('select count(*)::int as n from appeal'))[0]!.n;

describe('an appeal', () => {
  let submitted: AppealBody;

  it('is answered, kept and told; the appellant may take it back, the bureau decide', async () => {
    const answer = await appeal(town!);
    submitted = answer.body;
    expect([answer.status, answer.headers.location]).toEqual([201, `${appeals}/${submitted.appealId}`]);
    expect(submitted).toMatchObject({
      period: '2026-06',
      institutionCode: 'T2',
      state: 'SUBMITTED',
      decided: null,
      allowedActions: ['withdraw'],
    });
    const [event] = await county.service.published(appealSubmitted);
    expect(event).toMatchObject({
      key: submitted.appealId,
      data: { institutionCode: 'T2', reasonCode: 'FACTS_MISSING', evidence: ['WJ-118'] },
    });
    const seen = await county.bureau.get<AppealBody>(`${appeals}/${submitted.appealId}`);
    expect(seen.body.allowedActions).toEqual(['uphold', 'dismiss']);
  });

  it('is seen by the own side and who stands above, by nobody else', async () => {
    const path = `${appeals}/${submitted.appealId}`;
    expect((await hospital!.get(path)).status).toBe(200);
    const other = await otherTown!.get(path);
    expect([other.status, other.body.code]).toEqual([404, 'assessment.appeal.not-found']);
    expect((await otherTown!.get(`${appeals}?resultId=${first.resultId}`)).body.items).toEqual([]);
    expect(
      (await county.bureau.get<{ items: object[] }>(`${appeals}?state=SUBMITTED&institutionCode=T2`)).body.items,
    ).toHaveLength(1);
  });

  it('is not taken back by who only stands above, nor decided by the appellant', async () => {
    const above = await act(hospital!, `${submitted.appealId}/withdraw`);
    expect([above.status, above.body.code]).toEqual([403, 'assessment.appeal.not-appellant']);
    expect((await act(town!, `${submitted.appealId}/uphold`, { groundsCode: 'COUNTED_ANEW' })).status).toBe(403);
  });

  it('stands in the way of freezing and of the next version', async () => {
    const frozen = await onResult(first.resultId, 'freeze', 1);
    expect([frozen.status, reasonsOf(frozen.body)]).toEqual([409, ['appeals-open']]);
    const reopened = await onResult(first.resultId, 'reopen', 1);
    expect([reopened.status, reasonsOf(reopened.body)]).toEqual([409, ['appeals-open', 'no-upheld-appeal']]);
  });

  it.each<[string, object, number, string[]]>([
    ['an unknown result', { resultId: unknownId }, 422, ['result-unknown /resultId']],
    ['a line that it does not have', { indicatorCode: 'VIS-CNTY' }, 422, ['line-unknown /indicatorCode']],
    ['the line once more', {}, 409, ['already-appealed /indicatorCode']],
    [
      'a day before publication',
      { indicatorCode: 'REF-LOOP', occurredAt: '2026-06-30T23:59:59+08:00' },
      422,
      ['before-publication /occurredAt'],
    ],
    [
      'every fault at once',
      { indicatorCode: 'NO-SUCH', occurredAt: '2026-06-30T08:00:00+08:00' },
      422,
      ['line-unknown /indicatorCode', 'before-publication /occurredAt'],
    ],
  ])('is refused for %s, and nothing is written', async (_, change, status, reasons) => {
    const before = await rowsOf();
    const answer = await appeal(town!, change);
    expect([answer.status, reasonsOf(answer.body)]).toEqual([status, reasons]);
    expect([await rowsOf(), (await county.service.published(appealSubmitted)).length]).toEqual([before, 1]);
  });

  it.each<[string, object, string]>([
    ['an institution in the body', { institutionCode: 'T3' }, '/institutionCode'],
    ['no evidence', { evidence: [] }, '/evidence'],
    ['evidence that is a sentence', { evidence: ['see my letter'] }, '/evidence'],
    ['an unknown reason', { reasonCode: 'UNFAIR' }, '/reasonCode'],
  ])('is refused for %s', async (_, change, pointer) => {
    const answer = await appeal(town!, change);
    expect(answer.status).toBe(400);
    expect((answer.body.errors as { pointer: string }[]).map((fault) => fault.pointer)).toEqual([pointer]);
  });

  it('by ten requests at once is one', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => appeal(town!, { indicatorCode: 'REF-REPLY' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    const { appealId } = answers.find(({ status }) => status === 201)!.body;
    const withdrawn = await act(town!, `${appealId}/withdraw`);
    expect(withdrawn.body).toMatchObject({ state: 'WITHDRAWN', version: 2, allowedActions: [] });
    expect(await county.service.published(appealWithdrawn)).toMatchObject([{ key: appealId, aggregateVersion: 2 }]);
    expect((await act(county.bureau, `${appealId}/uphold`, { groundsCode: 'COUNTED_ANEW', ifMatch: 2 })).body.code).toBe(
      'assessment.appeal.already-decided',
    );
  });

  it('is decided once, by the version that was looked at, and not before it was submitted', async () => {
    const { appealId } = submitted;
    const correction = { numerator: '-1', denominator: '-2' };
    const early = await act(county.bureau, `${appealId}/uphold`, {
      groundsCode: 'EVIDENCE_CONFIRMED',
      correction,
      occurredAt: '2026-07-01T08:00:00+08:00',
    });
    expect([early.status, reasonsOf(early.body)]).toEqual([
      422,
      ['decided-before-submission /occurredAt', 'negative /correction/numerator', 'negative /correction/denominator'],
    ]);
    expect((await act(county.bureau, `${appealId}/uphold`, { groundsCode: 'EVIDENCE_CONFIRMED', ifMatch: 7 })).status).toBe(412);
    expect((await act(county.bureau, `${appealId}/uphold`, { groundsCode: 'COUNTED_BY_RULE' })).status).toBe(400);
    expect(await county.service.published(appealDecided)).toEqual([]);
    const upheld = await act(county.bureau, `${appealId}/uphold`, {
      groundsCode: 'EVIDENCE_CONFIRMED',
      correction: { numerator: '2', denominator: '2' },
    });
    expect(upheld.body).toMatchObject({
      state: 'UPHELD',
      version: 2,
      decided: { correction: { numerator: '2', denominator: '2' } },
    });
    const [event] = await county.service.published(appealDecided);
    expect(event).toMatchObject({ key: appealId, data: { decision: 'UPHELD', correction: { numerator: '2' } } });
    expect((await act(county.bureau, `${appealId}/dismiss`, { groundsCode: 'COUNTED_BY_RULE', ifMatch: 2 })).status).toBe(409);
  });
});

describe('the next version', () => {
  let second: Body;

  it('comes before freezing once an appeal was upheld', async () => {
    const answer = await onResult(first.resultId, 'freeze', 1);
    expect([answer.status, reasonsOf(answer.body)]).toEqual([409, ['reopening-due']]);
  });

  it('puts right what was upheld, names the appeal, and leaves every other line as it stood', async () => {
    const answer = await onResult(first.resultId, 'reopen', 1);
    second = answer.body;
    expect([answer.status, second.resultVersion, second.supersedesResultId, second.state]).toEqual([
      201,
      2,
      first.resultId,
      'PUBLISHED',
    ]);
    const [appealed] = (await county.bureau.get<{ items: AppealView[] }>(`${appeals}?state=UPHELD`)).body.items;
    expect(second.corrections).toEqual([
      {
        ...{ appealId: appealed!.appealId, code: 'CON-COV', institutionCode: 'T2' },
        before: { numerator: '1', denominator: '2' },
        after: { numerator: '2', denominator: '2' },
      },
    ]);
    const others = (lines: Body['indicators']) =>
      lines.filter(({ code, institutionCode }) => `${code} ${institutionCode}` !== 'CON-COV T2');
    expect(others(second.indicators)).toEqual(others(first.indicators));
    expect(second.scores.filter(({ institutionCode }) => institutionCode !== 'T2')).toEqual(
      first.scores.filter(({ institutionCode }) => institutionCode !== 'T2'),
    );
    const [step] = second.scores.find(({ institutionCode }) => institutionCode === 'T2')!.steps;
    expect(step).toMatchObject({ rule: 'assessment.score.corrected', basis: `appeal ${appealed!.appealId}`, value: '1' });
    const told = (await county.service.published(resultPublished)).filter(({ key }) => key === second.resultId);
    expect(told.map(({ data }) => data.resultVersion)).toEqual([2]);
  });

  it('takes the place of the first, which stays and says so', async () => {
    const { body } = await county.bureau.get<Body>(`${results}/${first.resultId}`);
    expect(body).toEqual({ ...first, supersededByResultId: second.resultId, allowedActions: [] });
    for (const action of ['freeze', 'reopen']) {
      const answer = await onResult(first.resultId, action, 1);
      expect([action, answer.status, reasonsOf(answer.body)]).toEqual([action, 409, ['superseded']]);
    }
    expect(reasonsOf((await appeal(otherTown!)).body)).toEqual(['result-superseded /resultId']);
  });

  it('is frozen like any other, and reopened after that with what the facts say by then', async () => {
    expect((await onResult(second.resultId, 'freeze', 1)).status).toBe(200);
    expect((await onResult(second.resultId, 'reopen', 2)).body.code).toBe('assessment.result.no-upheld-appeal');
    const { body } = await appeal(town!, { resultId: second.resultId, indicatorCode: 'PH-HTN-M' });
    await act(county.bureau, `${body.appealId}/uphold`, { groundsCode: 'COUNTED_ANEW' });
    await county.hears(enrolledLater);
    const third = await onResult(second.resultId, 'reopen', 2);
    expect(third.body).toMatchObject({
      ...{ resultVersion: 3, supersedesResultId: second.resultId },
      corrections: [{ code: 'PH-HTN-M', before: { numerator: '1' }, after: { numerator: '2' } }],
    });
    const kept = await county.bureau.get<Body>(`${results}/${second.resultId}`);
    expect(kept.body).toMatchObject({ state: 'FROZEN', supersededByResultId: third.body.resultId, digest: second.digest });
    expect((await onResult(third.body.resultId, 'freeze', 1)).status).toBe(200);
    // Each version is a record of its own, and order holds per key only.
    const versions = (await county.service.published(resultFrozen)).map(({ data }) => data.resultVersion);
    expect(versions.sort()).toEqual([2, 3]);
  });

  it('is not made by publishing the period again', async () => {
    const answer = await county.bureau.post(`${results}`, { period: '2026-06', schemeId: first.schemeId, occurredAt });
    expect([answer.status, answer.body.code]).toEqual([409, 'assessment.result.period-taken']);
  });
});

describe('the ranking', () => {
  const rank = (query = '', client = county.bureau) =>
    client.get<{ places: { institutionCode: string; rank: number | null; peers: number }[] } & Record<string, unknown>>(
      `${results}/${first.resultId}/ranking${query}`,
    );
  const placesIn = (body: { places: { institutionCode: string; rank: number | null; peers: number }[] }) =>
    body.places.map(({ institutionCode, rank: place, peers }) => `${institutionCode} ${place}/${peers}`);

  it('is by score among peers: hospitals with hospitals, towns with towns', async () => {
    const { status, body } = await rank();
    expect([status, placesIn(body)]).toEqual([200, ['H1 1/1', 'T1 1/3', 'T2 2/3', 'T3 3/3']]);
  });

  it('is by one indicator, equal values sharing a place and who has none without', async () => {
    expect(placesIn((await rank('?indicatorCode=VIS-PRIM-A')).body)).toEqual(['T2 1/3', 'T3 1/3', 'T1 3/3']);
    expect(placesIn((await rank('?indicatorCode=COST-IP')).body)).toEqual([
      'H1 1/1',
      'H2 null/1',
      'T1 1/1',
      'T2 null/1',
      'T3 null/1',
    ]);
  });

  it('is shared with every unit where the county says so', async () => {
    expect(placesIn((await rank('', otherTown)).body)).toHaveLength(4);
  });

  it('does not exist for an unknown result or indicator', async () => {
    expect((await county.bureau.get(`${results}/${unknownId}/ranking`)).body.code).toBe('assessment.result.not-found');
    expect((await rank('?indicatorCode=NO-SUCH')).body.code).toBe('assessment.indicator.not-found');
  });
});
