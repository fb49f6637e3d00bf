import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { yearCleared } from '@yigongti/events';
import { CountyService, reasonsOf, v1, type Refusal } from '../fixtures/county-service.ts';
import { frozen } from '../fixtures/told.ts';
import { afterYear, during, monthsOf2026, openYear, Orders, stay } from '../fixtures/year.ts';

type Year = Record<string, unknown> & { yearClearingId: string; digest: string; errors: Refusal[] };
type Line = Record<string, number> & { institutionCode: string };

let county: CountyService;
let orders: Orders;
let year: Year;
beforeAll(async () => {
  county = await CountyService.start(afterYear());
  orders = new Orders(county, await openYear(county));
});
afterAll(() => county.service.close());

const list = async (month: string, institutionCode: string, change: object = {}) =>
  county.line(await county.resident(), { ...stay, ...during(month), institutionCode, ...change });

describe('the clearing of a year', () => {
  it('is refused while a month with points is not cleared, and names each', async () => {
    const lines = [];
    for (const month of monthsOf2026.slice(0, 11)) lines.push(await list(month, 'H1'), await list(month, 'T1'));
    // November: the hospital alone. December: nobody.
    const sent = await county.send(county.hospital, lines.slice(0, -1));
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set(['created']));
    for (const month of monthsOf2026.slice(0, 9)) await orders.clearMonth(month, '0.9');
    const { status, body } = await orders.clearYear<Year>();
    expect([status, body.errors.map(({ code, parameters }) => `${code} ${String(parameters?.month)}`)]).toEqual([
      409,
      ['settlement.year-clearing.months-open 2026-10', 'settlement.year-clearing.months-open 2026-11'],
    ]);
  });

  it('compares the package, what its months paid, and what is due by the points of the year', async () => {
    // Late for March, which is cleared: booked in October, which is open.
    const late = await county.send(county.hospital, [await list('2026-03', 'T1'), await list('2026-03', 'T2')]);
    expect(late.map(({ status }) => status)).toEqual(['created', 'created']);
    for (const month of ['2026-10', '2026-11']) await orders.clearMonth(month, '0.9');
    const answer = await orders.clearYear<Year>();
    expect([answer.status, reasonsOf(answer.body.errors)]).toEqual([201, []]);
    year = answer.body;
    // Eleven months of 322.00 were shared out; December had no points, and its fund is shared out now.
    expect(year).toMatchObject({
      ...{ year: 2026, assessedBy: 'MONTH_RESULTS', assessmentResultId: null, monthsCleared: 11, bookingCount: 23 },
      ...{ points: '8050', fundFen: 386400, clearedOn: '2027-02-15', version: 1 },
    });
    expect(Number(year.paidFen) + Number(year.monthWithheldFen)).toBe(11 * 32200);
    expect(Number(year.dueFen) + Number(year.withheldFen)).toBe(386400);
    expect(Number(year.paidFen) + Number(year.clearingFen)).toBe(year.dueFen);
    expect(answer.headers.location).toBe(`${v1}/year-clearings/${year.yearClearingId}`);
    const { items } = (await county.insurance.get<{ items: Line[] }>(`${v1}/year-clearings/${year.yearClearingId}/statements`))
      .body;
    expect(items.map((line) => [line.institutionCode, line.bookedPoints, line.shareFen, line.coefficient])).toEqual([
      ['H1', '3850', 184800, '0.9'],
      ['T1', '3850', 184800, '1'],
      ['T2', '350', 16800, '1'],
    ]);
    const [event] = await county.service.published(yearCleared);
    expect(event).toMatchObject({
      key: year.yearClearingId,
      data: { digest: year.digest, fundFen: 386400, dueFen: year.dueFen },
    });
  });

  it('happens once: the same key gives the same answer, another order names the clearing, whatever comes later', async () => {
    const again = await orders.clearYear<Year>();
    const { yearClearingId } = year;
    expect([again.status, again.body.errors[0]?.parameters]).toEqual([409, { yearClearingId, sameInputs: true }]);
    const [late] = await county.send(county.hospital, [await list('2026-11', 'H1')]);
    expect(late?.status).toBe('created');
    expect((await orders.clearYear<Year>()).body.errors[0]?.parameters).toEqual({ yearClearingId, sameInputs: true });
    expect(await county.must(county.insurance.get(`${v1}/year-clearings/${yearClearingId}`))).toEqual(year);
    expect(await county.service.published(yearCleared)).toHaveLength(1);
  });

  it('locks its months: what comes for them is booked in the next year with the month of its care', async () => {
    const december = await county.insurance.post<Year>(`${v1}/runs/month-clearing`, {
      ...{ poolId: year.poolId, month: '2026-12', occurredAt: '2027-02-16T09:00:00+08:00' },
    });
    await county.service.publish(frozen({ period: '2026-12', scores: [] }));
    expect([december.status, reasonsOf(december.body.errors)]).toEqual([409, ['assessment-not-frozen /month']]);
    const locked = await county.insurance.post<Year>(`${v1}/runs/month-clearing`, {
      ...{ poolId: year.poolId, month: '2026-12', occurredAt: '2027-02-16T09:00:00+08:00' },
    });
    expect([locked.status, reasonsOf(locked.body.errors)]).toEqual([409, ['year-cleared /month']]);
    const claim = await county.claim(county.hospital, await list('2026-12', 'H1'));
    expect(claim).toMatchObject({ month: '2027-01', careMonth: '2026-12', cause: 'LATE', state: 'SCORED' });
    const [counted] = await county.service.query<{ claim_id: string }>(
      `select claim_id from claim where month = '2026-02' and institution_code = 'H1'`,
    );
    expect(await county.must(county.insurance.get(`${v1}/claims/${counted?.claim_id}`))).toMatchObject({ state: 'CLEARED' });
  });
});

describe("a year's statement", () => {
  it('opens to its months, and says why it is what it is', async () => {
    const url = `${v1}/year-clearings/${year.yearClearingId}/statements`;
    const h1 = await county.must(county.hospital.get(`${url}/H1`));
    const steps = h1.explanation as { rule: string; basis: string; inputs: Record<string, unknown>; value: unknown }[];
    expect(steps.map(({ rule, basis }) => `${rule} (${basis})`)).toEqual([
      'settlement.year.points (policy TEST-RESIDENT-2026@1)',
      'settlement.year.share (policy TEST-RESIDENT-2026@1)',
      'settlement.year.coefficient (cleared months of 2026)',
      'settlement.year.due (cleared months of 2026)',
      'settlement.year.withheld (cleared months of 2026)',
      'settlement.year.paid (cleared months of 2026)',
      'settlement.year.clearing (policy TEST-RESIDENT-2026@1)',
      'settlement.year.parts (policy TEST-RESIDENT-2026@1)',
    ]);
    const months = h1.months as { month: string; fen: number }[];
    expect(months.map(({ month }) => month)).toEqual(monthsOf2026.slice(0, 11));
    expect(months.reduce((sum, { fen }) => sum + fen, 0)).toBe(h1.paidFen);
  });

  it('is shown to its own side and to the county only', async () => {
    const url = `${v1}/year-clearings/${year.yearClearingId}`;
    const codes = async (client: typeof county.clinic) =>
      (await client.get<{ items: Line[] }>(`${url}/statements`)).body.items.map(({ institutionCode }) => institutionCode);
    expect([
      await codes(county.insurance),
      await codes(county.hospital),
      await codes(county.otherTownship),
      await codes(county.clinic),
    ]).toEqual([['H1', 'T1', 'T2'], ['H1', 'T1', 'T2'], ['T2'], []]);
    expect((await county.otherTownship.get(`${url}/statements/H1`)).status).toBe(404);
    expect((await county.insurance.get(`${url}/statements/V1`)).status).toBe(404);
    expect((await county.otherHospital.get(url)).status).toBe(404);
    const found = await county.hospital.get<{ items: Year[] }>(`${v1}/year-clearings?year=2026`);
    expect(found.body.items.map(({ yearClearingId }) => yearClearingId)).toEqual([year.yearClearingId]);
    expect((await county.otherHospital.get<{ items: Year[] }>(`${v1}/year-clearings`)).body.items).toEqual([]);
  });
});

describe('the statements of an institution', () => {
  type Statement = { kind: string; period: string; paymentFen: number; institutionCode: string };

  it('are its months and then its year; the payments sum to what is due for the year', async () => {
    const { items } = (await county.hospital.get<{ items: Statement[] }>(`${v1}/statements?institutionCode=H1&year=2026`)).body;
    expect(items.map(({ kind, period }) => `${kind} ${period}`)).toEqual([
      ...monthsOf2026.slice(0, 11).map((month) => `MONTH ${month}`),
      'YEAR 2026',
    ]);
    const h1 = await county.must(county.hospital.get(`${v1}/year-clearings/${year.yearClearingId}/statements/H1`));
    expect(items.reduce((sum, { paymentFen }) => sum + paymentFen, 0)).toBe(h1.dueFen);
  });

  it('come page by page, each once, to whom they concern', async () => {
    const seen: string[] = [];
    let query = `${v1}/statements?limit=5`;
    for (let next: string | null = ''; next !== null;) {
      const page = (await county.insurance.get<{ items: Statement[]; next: string | null }>(query)).body;
      seen.push(...page.items.map(({ institutionCode, period }) => `${institutionCode} ${period}`));
      next = page.next;
      query = `${v1}/statements?limit=5&cursor=${next}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual([...seen].sort((a, b) => (a.slice(0, 2) === b.slice(0, 2) ? 0 : a < b ? -1 : 1)));
    expect(seen).toHaveLength(12 + 11 + 2);
    const own = (await county.otherTownship.get<{ items: Statement[] }>(`${v1}/statements`)).body.items;
    expect(new Set(own.map(({ institutionCode }) => institutionCode))).toEqual(new Set(['T2']));
    const of = (filter: string) => county.insurance.get<{ items: Statement[] }>(`${v1}/statements?${filter}`);
    expect((await of('kind=YEAR')).body.items).toHaveLength(3);
    expect((await of('period=2026-10')).body.items).toHaveLength(3);
    expect((await of('insuranceType=EMPLOYEE')).body.items).toEqual([]);
  });

  it('open in a spreadsheet: Chinese headers, yuan, one line each', async () => {
    const answer = await county.insurance.get(`${v1}/statements.csv?institutionCode=H1&year=2026`);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const [head, ...rows] = answer.text.split('\r\n').slice(0, -1);
    expect(head?.startsWith('\uFEFF类别,期间,机构编码,机构名称,')).toBe(true);
    expect([rows.length, rows[0]?.startsWith('月度,2026-01,H1,测试机构H1,C1,')]).toEqual([12, true]);
    const column = head!.split(',').indexOf('本次支付(元)');
    const paid = rows.reduce((sum, row) => sum + Math.round(Number(row.split(',')[column]) * 100), 0);
    const h1 = await county.must(county.hospital.get(`${v1}/year-clearings/${year.yearClearingId}/statements/H1`));
    expect(paid).toBe(h1.dueFen);
  });
});

describe('the assessment of a year', () => {
  const entry = (value: unknown) => ({ value, from: '2020-01-01', source: 'assumption' });
  const profile = (by: string, month = 'SAME_MONTH') => ({
    ...{ assessmentEffect: entry(month), yearAssessment: entry({ by, decimalPlaces: 6 }), policies: [] },
  });
  let other: CountyService;
  afterAll(() => other.service.close());

  it('is the frozen result of the year where the county says so: the newest, or the one that is named', async () => {
    other = await CountyService.start({ ...afterYear(), profile: profile('YEAR_RESULT') });
    const bureau = new Orders(other, await openYear(other));
    const line = other.line(await other.resident(), { ...stay, ...during('2026-06') });
    await other.send(other.hospital, [line]);
    await bureau.clearMonth('2026-06', '0.5');
    const refused = await bureau.clearYear<Year>();
    expect([refused.status, reasonsOf(refused.body.errors)]).toEqual([409, ['assessment-not-frozen /poolId']]);
    const result = frozen({ period: '2026', scores: [{ institutionCode: 'H1', score: '95', coefficient: '0.97' }] });
    await other.service.publish(result);
    await other.service.publish(frozen({ period: '2026', resultVersion: 2, scores: [] }));
    const wrong = await bureau.clearYear<Year>({ assessmentResultId: stranger });
    expect(reasonsOf(wrong.body.errors)).toEqual(['assessment-not-frozen /assessmentResultId']);
    const { body } = await bureau.clearYear<Year>({ assessmentResultId: result.aggregateId });
    // 3 864.00 × 0.97; June had paid half of 322.00.
    expect(body).toMatchObject({
      assessedBy: 'YEAR_RESULT',
      dueFen: 374808,
      withheldFen: 11592,
      paidFen: 16100,
      clearingFen: 358708,
    });
    const { explanation } = await other.must(other.hospital.get(`${v1}/year-clearings/${body.yearClearingId}/statements/H1`));
    expect((explanation as unknown[])[2]).toMatchObject({
      basis: 'assessment result 2026@1',
      inputs: { score: '95' },
      value: '0.97',
    });
  });
  const stranger = '01890000-0000-7000-8000-000000000001';

  it('is none where the result decides the money of the next year: months are not cleared, the year is', async () => {
    const pilot = await CountyService.start({ ...afterYear(), profile: profile('NONE', 'NONE') });
    const bureau = new Orders(pilot, await openYear(pilot));
    await pilot.send(pilot.hospital, [pilot.line(await pilot.resident(), { ...stay, ...during('2026-06') })]);
    const named = await bureau.clearYear<Year>({ assessmentResultId: stranger });
    expect([named.status, reasonsOf(named.body.errors)]).toEqual([422, ['result-does-not-decide /assessmentResultId']]);
    const { body } = await bureau.clearYear<Year>();
    expect(body).toMatchObject({ assessedBy: 'NONE', monthsCleared: 0, dueFen: 386400, paidFen: 0, clearingFen: 386400 });
    await pilot.service.close();
  });
});
