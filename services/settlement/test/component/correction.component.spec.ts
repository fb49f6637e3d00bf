import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimReceived, claimReversed } from '@yigongti/events';
import { CountyService, reasonsOf, v1, type Refusal } from '../fixtures/county-service.ts';
import { frozen } from '../fixtures/told.ts';
import { policyTerms } from '../fixtures/policies.ts';

type Body = Record<string, unknown> & { errors: Refusal[] };
type Booked = {
  kind: string;
  cause: string;
  month: string;
  careMonth: string;
  points: string;
  totalFen: number;
  runId: string | null;
};
type Shown = Body & { claimId: string; state: string; fundPaidFen: number; version: number; bookings: Booked[] };

const stay = { diagnosisCode: 'I10.x00', totalFen: 280000, inScopeFen: 280000 };
let county: CountyService;
let poolId: string;
beforeAll(async () => {
  county = await CountyService.start();
  const policyId = await county.publishPolicy({ ...policyTerms, fund: { ...policyTerms.fund, carveOuts: [] } });
  for (let insured = 0; insured < 7; insured += 1) await county.resident();
  poolId = (await county.openPool(policyId)).poolId;
  for (const period of ['2026-05', '2026-06']) await county.service.publish(frozen({ period, scores: [] }));
});
afterAll(() => county.service.close());

const shown = (id: unknown) => county.must(county.insurance.get(`${v1}/claims/${String(id)}`)) as Promise<Shown>;
const clear = (month: string) =>
  county.must(
    county.insurance.post(`${v1}/runs/month-clearing`, { poolId, month, occurredAt: '2026-07-05T09:00:00+08:00' }),
  ) as Promise<Body & { runId: string }>;
type Order = { client?: typeof county.hospital; reasonCode?: string };
const reverse = (id: string, ifMatch: number, { client = county.hospital, ...change }: Order = {}) =>
  client.post<Shown>(
    `${v1}/claims/${id}/reverse`,
    { reasonCode: 'SENT_IN_ERROR', occurredAt: '2026-07-10T09:00:00+08:00', ...change },
    { ifMatch },
  );
const sums = (bookings: Booked[]) => {
  const figures = bookings.map(({ kind: _, cause: __, month: ___, careMonth: ____, runId: _____, ...amounts }) => amounts);
  return Object.keys(figures[0]!).map((name) =>
    figures.reduce((sum, booked) => sum + Number((booked as Record<string, unknown>)[name]), 0),
  );
};
const places = ({ bookings }: Shown) =>
  bookings.map(({ kind, cause, month, careMonth }) => `${kind} ${cause} ${month} for ${careMonth}`);

describe('a list that is corrected while its month is open', () => {
  it('counts in its highest version, and the one before sums to zero in every figure', async () => {
    const residentId = await county.resident();
    const line = county.line(residentId, stay);
    const [first] = await county.send(county.hospital, [line]);
    const [second] = await county.send(county.hospital, [{ ...line, listVersion: 2, totalFen: 300000, inScopeFen: 300000 }]);
    expect([second?.status, second?.id === first?.id]).toEqual(['updated', false]);
    const [before, after] = [await shown(first?.id), await shown(second?.id)];
    expect(before).toMatchObject({ state: 'REVERSED', version: 2, replacedByClaimId: second?.id, allowedActions: [] });
    expect(after).toMatchObject({ state: 'SCORED', cause: 'CORRECTION', replacesClaimId: first?.id, month: '2026-06' });
    expect(places(before)).toEqual(['ORIGINAL ON_TIME 2026-06 for 2026-06', 'REVERSAL CORRECTED 2026-06 for 2026-06']);
    expect(sums(before.bookings).every((sum) => sum === 0)).toBe(true);
    const [held] = await county.service.query<{ fund_paid_fen: unknown }>(
      'select fund_paid_fen from patient_year where resident_id = $1',
      [residentId],
    );
    expect(Number(held?.fund_paid_fen)).toBe(after.fundPaidFen);
  });

  it('does not use up the yearly cap twice, in one upload or in two', async () => {
    const residentId = await county.resident();
    const dear = { institutionCode: 'T1', totalFen: 8000000, inScopeFen: 8000000 };
    const line = county.line(residentId, dear);
    const [first, again] = await county.send(county.township, [line, { ...line, listVersion: 2 }]);
    const [third] = await county.send(county.township, [{ ...line, listVersion: 3 }]);
    const paid = [
      (await shown(first?.id)).fundPaidFen,
      (await shown(again?.id)).fundPaidFen,
      (await shown(third?.id)).fundPaidFen,
    ];
    expect(new Set(paid).size).toBe(1);
    const booked = await county.service.query('select sum(fund_paid_fen)::int as fen from booking where resident_id = $1', [
      residentId,
    ]);
    expect(booked).toEqual([{ fen: paid[0] }]);
  });

  it('may name another patient: what the former one was paid is given back', async () => {
    const [wrong, right] = [await county.resident(), await county.resident()];
    const line = county.line(wrong, stay);
    await county.send(county.hospital, [line]);
    await county.send(county.hospital, [{ ...line, listVersion: 2, residentId: right }]);
    const held = await county.service.query(
      'select resident_id, fund_paid_fen > 0 as paid from patient_year where resident_id = any($1) order by paid',
      [[wrong, right]],
    );
    expect(held).toEqual([
      { resident_id: wrong, paid: false },
      { resident_id: right, paid: true },
    ]);
    const audited = await county.service.query('select count(*)::int as n from audit where resident_id = $1', [wrong]);
    expect(audited).toEqual([{ n: 2 }]);
  });

  it('counts once when its versions come in parallel, in whatever order', async () => {
    const line = county.line(await county.resident(), stay);
    await Promise.all([3, 1, 2].map((listVersion) => county.send(county.hospital, [{ ...line, listVersion }])));
    await county.send(county.hospital, [{ ...line, listVersion: 3 }]);
    const counting = await county.service.query(
      `select list_version from claim c where list_no = $1 and not exists (select 1 from claim_reversal r where r.claim_id = c.claim_id)`,
      [line.listNo],
    );
    expect(counting).toEqual([{ list_version: 3 }]);
    const points = await county.service.query('select sum(points)::text as points from booking where list_no = $1', [
      line.listNo,
    ]);
    expect(points).toEqual([{ points: '350' }]);
  });
});

describe('a month that was cleared', () => {
  let counted: string;
  let run: Record<string, unknown>;
  const line = { institutionCode: 'T1', ...stay, admittedOn: '2026-05-02', dischargedOn: '2026-05-06' };

  it('takes no more: a late list, a correction and a reversal are booked in the next open one', async () => {
    const inTime = county.line(await county.resident(), line);
    const [first] = await county.send(county.township, [inTime]);
    counted = first!.id!;
    run = await clear('2026-05');
    const late = await shown((await county.send(county.township, [county.line(await county.resident(), line)]))[0]?.id);
    expect(late).toMatchObject({ month: '2026-06', careMonth: '2026-05', cause: 'LATE', state: 'SCORED' });
    const [corrected] = await county.send(county.township, [{ ...inTime, listVersion: 2, diagnosisCode: 'J18.900' }]);
    expect(places(await shown(corrected?.id))).toEqual(['ORIGINAL CORRECTION 2026-06 for 2026-05']);
    const before = await shown(counted);
    expect(places(before)).toEqual(['ORIGINAL ON_TIME 2026-05 for 2026-05', 'REVERSAL CORRECTED 2026-06 for 2026-05']);
    expect(before.bookings.map(({ runId }) => runId)).toEqual([run.runId, null]);
    expect(sums(before.bookings).every((sum) => sum === 0)).toBe(true);
  });

  it('stays as it was, to the digest', async () => {
    const now = await county.must(county.insurance.get(`${v1}/runs/${String(run.runId)}`));
    expect(now).toEqual(run);
    const again = await county.insurance.post<Body>(`${v1}/runs/month-clearing`, {
      ...{ poolId, month: '2026-05', occurredAt: '2026-07-05T09:00:00+08:00' },
    });
    expect(again.body.errors[0]?.parameters).toMatchObject({ sameInputs: true });
  });

  it('leaves the next one to count what was taken back, each list and reversal once', async () => {
    const june = await clear('2026-06');
    const url = `${v1}/runs/${june.runId}/statements/T1/bookings`;
    type Page = { items: (Booked & { claimId: string })[]; next: string | null };
    const first = (await county.township.get<Page>(`${url}?limit=1`)).body;
    const rest = (await county.township.get<Page>(`${url}?cursor=${first.next}`)).body;
    const items = [...first.items, ...rest.items];
    expect(items.find(({ claimId, kind }) => claimId === counted && kind === 'REVERSAL')).toMatchObject({
      ...{ cause: 'CORRECTED', points: '-350', careMonth: '2026-05', totalFen: -280000 },
    });
    expect(items.filter(({ kind }) => kind === 'REVERSAL')).toHaveLength(1);
    const statement = await county.must(county.township.get(`${v1}/runs/${june.runId}/statements/T1`));
    const sum = items.reduce((points, booked) => points + Number(booked.points), 0);
    expect([statement.claimCount, Number(statement.bookedPoints)]).toEqual([items.length, sum]);
    const twice = await county.service.query('select claim_id, kind from run_booking group by 1, 2 having count(*) > 1');
    expect(twice).toEqual([]);
  });

  it('has the same entries in the view and in what is shown', async () => {
    const rows = await county.service.query<{ points: string }>(
      'select points::text from booking where claim_id = $1 order by kind',
      [counted],
    );
    const { bookings } = await shown(counted);
    expect(rows.map(({ points }) => Number(points))).toEqual(bookings.map(({ points }) => Number(points)));
  });
});

describe('a month that is cleared while lists come for it', () => {
  it('counts every list that is booked in it; the others are booked later, and none is lost', async () => {
    const month = { admittedOn: '2026-04-02', dischargedOn: '2026-04-05' };
    await county.service.publish(frozen({ period: '2026-04', scores: [] }));
    await county.send(county.hospital, [county.line(await county.resident(), { ...stay, ...month })]);
    const lines = [];
    for (let n = 0; n < 12; n += 1) lines.push(county.line(await county.resident(), { ...stay, ...month }));
    const uploads = lines.map((line) => county.send(county.hospital, [line]));
    await Promise.all([...uploads, clear('2026-04')]);
    const missed = await county.service.query(
      `select claim_id from booking b where month = '2026-04' and not exists (select 1 from run_booking k where k.claim_id = b.claim_id)`,
    );
    const [row] = await county.service.query<{ n: number }>(
      `select count(*)::int as n from booking where care_month = '2026-04' and month in ('2026-04', '2026-07')`,
    );
    expect([missed, row?.n]).toEqual([[], 13]);
  });
});

describe('taking a list back', () => {
  it('is booked with its reason, told, and sums to zero; the list may come again in a higher version', async () => {
    const residentId = await county.resident();
    const line = county.line(residentId, {
      ...stay,
      admittedOn: '2026-07-01',
      dischargedOn: '2026-07-03',
      occurredAt: '2026-07-09T09:00:00+08:00',
    });
    const [first] = await county.send(county.hospital, [line]);
    const answer = await reverse(first!.id!, 1);
    expect([answer.status, answer.body.state, answer.headers.etag]).toEqual([200, 'REVERSED', '"2"']);
    const told = (await county.service.published(claimReversed)).find(({ data }) => data.claimId === first?.id);
    expect(told).toMatchObject({
      aggregateVersion: 2,
      data: { cause: 'WITHDRAWN', reasonCode: 'SENT_IN_ERROR', month: '2026-07', points: '-350', totalFen: -280000 },
    });
    const [held] = await county.service.query('select fund_paid_fen::int as fen from patient_year where resident_id = $1', [
      residentId,
    ]);
    expect(held).toEqual({ fen: 0 });
    const results = await county.send(county.hospital, [line, { ...line, listVersion: 2 }]);
    expect(results.map(({ status }) => status)).toEqual(['unchanged', 'created']);
    expect(await shown(results[1]?.id)).toMatchObject({ cause: 'CORRECTION', replacesClaimId: null, state: 'SCORED' });
  });

  it('is refused twice, on a stale version, for another institution, and for an audit of its own; nothing is booked', async () => {
    const line = county.line(await county.resident(), stay);
    const [first] = await county.send(county.hospital, [line]);
    const id = first!.id!;
    const counts = () => county.service.query('select count(*)::int as n from claim_reversal');
    const before = await counts();
    const codes = [];
    for (const answer of [
      await reverse(id, 7),
      await reverse(id, 1, { reasonCode: 'AUDIT' }),
      await reverse(id, 1, { reasonCode: 'BORED' }),
      await reverse(id, 1, { client: county.otherHospital }),
      await county.hospital.post<Body>(`${v1}/claims/${id}/reverse`, {
        reasonCode: 'REFUNDED',
        occurredAt: '2026-07-10T09:00:00+08:00',
      }),
    ]) {
      codes.push([answer.status, (answer.body as Record<string, unknown>).code]);
    }
    expect(codes).toEqual([
      [412, 'request.stale-version'],
      [403, 'settlement.claim.reason-not-yours'],
      [400, 'request.invalid'],
      [404, 'settlement.claim.not-found'],
      [428, 'request.if-match-missing'],
    ]);
    expect(await counts()).toEqual(before);
    expect((await reverse(id, 1, { reasonCode: 'AUDIT', client: county.insurance })).status).toBe(200);
    const again = await reverse(id, 2, { client: county.insurance });
    expect([again.status, reasonsOf(again.body.errors)]).toEqual([409, ['already-reversed']]);
  });

  it('happens once when two order it at the same moment', async () => {
    const [first] = await county.send(county.hospital, [county.line(await county.resident(), stay)]);
    const answers = await Promise.all([reverse(first!.id!, 1), reverse(first!.id!, 1), reverse(first!.id!, 1)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    const told = (await county.service.published(claimReversed)).filter(({ data }) => data.claimId === first?.id);
    expect(told).toHaveLength(1);
  });
});

it('publishes one event for each list that was taken and each that was reversed', async () => {
  const [row] = await county.service.query<{ claims: number; reversals: number }>(
    'select (select count(*)::int from claim) as claims, (select count(*)::int from claim_reversal) as reversals',
  );
  const told = [(await county.service.published(claimReceived)).length, (await county.service.published(claimReversed)).length];
  expect(told).toEqual([row?.claims, row?.reversals]);
});
