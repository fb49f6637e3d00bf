import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimReceived, claimReversed, monthCleared, yearCleared, type EventDefinition } from '@yigongti/events';
import { CountyService, employeeTerms, v1, type Refusal } from '../fixtures/county-service.ts';
import { frozen, newId } from '../fixtures/told.ts';
import { afterYear, during, openYear, Orders, stay } from '../fixtures/year.ts';

type Body = Record<string, unknown> & { code: string; errors: Refusal[] };

let county: CountyService;
let orders: Orders;
let poolId: string;
let claimId: string;
beforeAll(async () => {
  county = await CountyService.start(afterYear());
  poolId = await openYear(county);
  await county.publishPolicy(employeeTerms);
  orders = new Orders(county, poolId);
  const lists = [county.line(await county.resident(), { ...stay, ...during('2026-05') })];
  lists.push(county.line(await county.resident(), { ...stay, ...during('2026-06') }));
  const [first] = await county.send(county.hospital, lists);
  claimId = first!.id!;
  await orders.clearMonth('2026-05');
  await county.service.publish(frozen({ period: '2026-06', scores: [] }));
});
afterAll(() => county.service.close());

/** All that a request could have posted. */
async function posted(): Promise<Record<string, unknown>> {
  const tables = ['claim', 'claim_reversal', 'run', 'run_booking', 'run_statement', 'year_clearing', 'year_statement'];
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const [row] = await county.service.query<Record<string, unknown>>(
    `select ${counts.join(', ')}, (select sum(fund_paid_fen)::text from patient_year) as paid`,
  );
  let events = 0;
  for (const definition of [claimReceived, claimReversed, monthCleared, yearCleared] as EventDefinition[]) {
    events += (await county.service.published(definition)).length;
  }
  return { ...row, events };
}
const month = (change: object) => ({ poolId, month: '2026-06', occurredAt: '2027-02-10T09:00:00+08:00', ...change });
const year = (change: object) => ({ poolId, occurredAt: '2027-02-15T09:00:00+08:00', ...change });
const monthClearing = `${v1}/runs/month-clearing`;
const yearClearing = `${v1}/year-clearings`;

describe('an order that cannot be carried out posts nothing', () => {
  it.each<[string, string, () => object, number, string[]]>([
    ['a pool that nobody opened', monthClearing, () => month({ poolId: newId() }), 422, ['settlement.run.pool-unknown']],
    ['a month of another year', monthClearing, () => month({ month: '2025-06' }), 422, ['settlement.run.month-outside-pool']],
    ['a month that does not exist', monthClearing, () => month({ month: '2026-13' }), 400, ['request.is-month']],
    ['a month that is locked', monthClearing, () => month({ month: '2026-05' }), 409, ['settlement.run.already-cleared']],
    [
      'a month that is not assessed',
      monthClearing,
      () => month({ month: '2026-07' }),
      409,
      ['settlement.run.assessment-not-frozen'],
    ],
    [
      'another result',
      monthClearing,
      () => month({ assessmentResultId: newId() }),
      409,
      ['settlement.run.assessment-not-frozen'],
    ],
    [
      'unknown fields and wrong types',
      monthClearing,
      () => month({ poolId: 7, fundFen: 1 }),
      400,
      ['request.unknown-field', 'request.is-uuid'],
    ],
    ['a year of an unknown pool', yearClearing, () => year({ poolId: newId() }), 422, ['settlement.year-clearing.pool-unknown']],
    [
      'a year that is not over',
      yearClearing,
      () => year({ occurredAt: '2026-12-30T23:59:59+08:00' }),
      422,
      ['settlement.year-clearing.year-not-over'],
    ],
    ['a year with an open month', yearClearing, () => year({}), 409, ['settlement.year-clearing.months-open']],
    [
      'a result that decides nothing',
      yearClearing,
      () => year({ assessmentResultId: newId() }),
      422,
      ['settlement.year-clearing.result-does-not-decide'],
    ],
  ])('%s', async (_, url, body, status, codes) => {
    const before = await posted();
    const answer = await county.insurance.post<Body>(url, body());
    expect([answer.status, answer.body.errors.map(({ code }) => code)]).toEqual([status, codes]);
    expect(await posted()).toEqual(before);
  });

  it('in the name of another role, without a key, cut off, or in no known form', async () => {
    const before = await posted();
    const text = JSON.stringify(year({}));
    const json = { 'content-type': 'application/json' };
    const answers = [
      await county.hospital.post<Body>(yearClearing, year({})),
      await county.insurance.post<Body>(yearClearing, year({}), { key: null }),
      await county.insurance.send<Body>('POST', yearClearing, { payload: text.slice(0, 40), headers: json }),
      await county.insurance.send<Body>('POST', yearClearing, { payload: text, headers: { 'content-type': 'text/plain' } }),
      await county.insurance.send<Body>('POST', `${v1}/claims/${claimId}/reverse`, {
        payload: '{"reasonCode":"AUD',
        headers: json,
        ifMatch: 1,
      }),
      await county.insurance.post<Body>(
        `${v1}/claims/${claimId}/reverse`,
        { reasonCode: 'AUDIT', occurredAt: '2027-02-10T09:00:00+08:00' },
        { ifMatch: 9 },
      ),
      await county.insurance.post<Body>(
        `${v1}/claims/${claimId}/reverse`,
        { reasonCode: 'AUDIT', occurredAt: '2027-02-10T09:00:00+08:00' },
        { ifMatch: 'W/"1"' },
      ),
      await county.insurance.post<Body>(
        `${v1}/claims/${newId()}/reverse`,
        { reasonCode: 'AUDIT', occurredAt: '2027-02-10T09:00:00+08:00' },
        { ifMatch: 1 },
      ),
    ];
    expect(answers.map(({ status, body }) => `${status} ${body.code}`)).toEqual([
      '403 access.role-denied',
      '400 request.idempotency-key-missing',
      '400 request.unreadable',
      '415 request.media-type',
      '400 request.unreadable',
      '412 request.stale-version',
      '400 request.if-match-invalid',
      '404 settlement.claim.not-found',
    ]);
    expect(await posted()).toEqual(before);
  });
});

describe('a list that cannot count posts nothing', () => {
  it.each<[string, object, string[]]>([
    ['of a year without a policy', during('2025-06'), ['settlement.claim.no-policy']],
    ['of an insurance that is not his', { insuranceType: 'EMPLOYEE' }, ['settlement.claim.insurance-differs']],
    ['of an unknown institution', { institutionCode: 'X9' }, ['settlement.claim.institution-not-projected']],
    ["of another's institution", { institutionCode: 'H2' }, ['settlement.claim.institution-not-projected']],
    ['of a bureau, which settles nothing', { institutionCode: 'C1' }, ['settlement.claim.institution-not-projected']],
    ['of nobody known', { residentId: newId() }, ['settlement.claim.resident-not-projected']],
    ['that does not add up', { ownPayFen: 1 }, ['settlement.claim.parts-do-not-add-up']],
    ['that was discharged in the future', during('2027-03'), ['settlement.claim.discharged-later', 'settlement.claim.no-policy']],
  ])('%s', async (_, change, codes) => {
    const line = county.line(await county.resident(), { ...stay, ...during('2026-08'), ...change });
    const before = await posted();
    const [result] = await county.send(county.hospital, [line]);
    expect([result?.status, result?.errors?.map(({ code }) => code)]).toEqual(['refused', codes]);
    expect(await posted()).toEqual(before);
  });

  it('cut off in the middle of a line: the lines before it count, the line is named', async () => {
    const whole = county.line(await county.resident(), { ...stay, ...during('2026-08') });
    const text = `${JSON.stringify(whole)}\n${JSON.stringify(county.line(await county.resident(), stay)).slice(0, 60)}`;
    const before = await posted();
    const { lines } = await county.hospital.upload(`${v1}/claims/import`, text);
    expect(lines.map(({ line, status, errors }) => [line, status, errors?.map(({ code }) => code)])).toEqual([
      [1, 'created', undefined],
      [2, 'refused', [expect.stringMatching(/^(import|request)\./)]],
    ]);
    expect(await posted()).toMatchObject({ claim: Number(before.claim) + 1, claim_reversal: before.claim_reversal });
  });
});

describe('the same order twice', () => {
  it('under one key is carried out once and answered alike; the key with another body is refused', async () => {
    await orders.clearMonth('2026-06');
    await county.service.publish(frozen({ period: '2026-08', scores: [] }));
    await county.must(county.insurance.post(monthClearing, month({ month: '2026-08' })));
    const key = 'year-2026';
    const answers = await Promise.all([orders.clearYear<Body>({}, key), orders.clearYear<Body>({}, key)]);
    const settled = await orders.clearYear<Body>({}, key);
    const before = await posted();
    expect(settled.status).toBe(201);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(answers.filter(({ status }) => status === 201).every(({ body }) => body.digest === settled.body.digest)).toBe(true);
    const reused = await orders.clearYear<Body>({ occurredAt: '2027-02-16T09:00:00+08:00' }, key);
    expect([reused.status, reused.body.code]).toEqual([422, 'command.key-reused']);
    expect(before).toMatchObject({ year_clearing: 1 });
    expect(await posted()).toEqual(before);
  });

  it('under different keys at the same moment has one result, and the others name it', async () => {
    const other = await CountyService.start(afterYear());
    const bureau = new Orders(other, await openYear(other));
    await other.send(other.hospital, [other.line(await other.resident(), { ...stay, ...during('2026-05') })]);
    await bureau.clearMonth('2026-05');
    const answers = await Promise.all([1, 2, 3, 4].map(() => bureau.clearYear<Body>()));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const { yearClearingId } = answers.find(({ status }) => status === 201)!.body;
    const named = answers.filter(({ status }) => status === 409).map(({ body }) => body.errors[0]?.parameters);
    expect(named).toEqual(Array(3).fill({ yearClearingId, sameInputs: true }));
    await other.service.close();
  });
});
