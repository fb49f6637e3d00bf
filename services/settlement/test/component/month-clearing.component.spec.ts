import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { monthCleared, type DataOf } from '@yigongti/events';
import { CountyService, employeeTerms, reasonsOf, v1, type Refusal } from '../fixtures/county-service.ts';
import { frozen, newId } from '../fixtures/told.ts';
import { policyTerms } from '../fixtures/policies.ts';

let county: CountyService;
let poolId: string;
let resultId: string;
beforeAll(async () => {
  county = await CountyService.start();
  const policyId = await county.publishPolicy({ ...policyTerms, fund: { ...policyTerms.fund, carveOuts: [] } });
  for (let insured = 0; insured < 7; insured += 1) await county.resident();
  await county.publishPolicy(employeeTerms);
  poolId = (await county.openPool(policyId)).poolId;
});
afterAll(() => county.service.close());

type RunBody = Record<string, unknown> & { runId: string; errors: Refusal[] };
const clear = (change: object = {}) =>
  county.insurance.post<RunBody>(`${v1}/runs/month-clearing`, {
    poolId,
    month: '2026-06',
    occurredAt: '2026-07-05T09:00:00+08:00',
    ...change,
  });

describe('clearing a month', () => {
  it('is refused before its assessment is frozen', async () => {
    const answer = await clear();
    expect([answer.status, reasonsOf(answer.body.errors)]).toEqual([409, ['assessment-not-frozen /month']]);
  });

  it('is refused without points: nothing is divided by zero', async () => {
    const result = frozen({ period: '2026-06', scores: [{ institutionCode: 'H1', score: '86.40', coefficient: '0.96' }] });
    await county.service.publish(result);
    resultId = result.aggregateId;
    const answer = await clear();
    expect([answer.status, reasonsOf(answer.body.errors)]).toEqual([422, ['no-points /month']]);
    expect(await county.service.query('select 1 from run_booking')).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a month of another year', { month: '2025-12' }, 'month-outside-pool /month'],
    ['a month that is not over', { month: '2026-07' }, 'month-not-over /month'],
    ['a pool that nobody opened', { poolId: newId() }, 'pool-unknown /poolId'],
    ['a result that is not of the month', { assessmentResultId: newId() }, 'assessment-not-frozen /assessmentResultId'],
  ])('is refused for %s', async (_, change, reason) => {
    expect(reasonsOf((await clear(change)).body.errors)).toEqual([reason]);
  });

  it('shares the fund out by points, adjusted by the frozen scores, and no fen is lost', async () => {
    const stay = { diagnosisCode: 'I10.x00', totalFen: 280000, inScopeFen: 280000 };
    const sent = await county.send(county.hospital, [
      county.line(await county.resident(), stay),
      county.line(await county.resident(), stay),
      county.line(await county.resident(), { ...stay, institutionCode: 'T1' }),
      // Not of this clearing: no points, another month, another consortium, another insurance.
      county.line(await county.resident(), { ...stay, visitKind: 'OUTPATIENT', admittedOn: '2026-06-08' }),
      county.line(await county.resident(), { ...stay, admittedOn: '2026-05-01', dischargedOn: '2026-05-08' }),
      county.line(await county.resident({ insuranceType: 'EMPLOYEE' }), { ...stay, insuranceType: 'EMPLOYEE' }),
    ]);
    expect(sent.map(({ status }) => status)).toEqual(Array(6).fill('created'));
    await county.send(county.otherHospital, [county.line(await county.resident(), { ...stay, institutionCode: 'H2' })]);
    const answer = await clear();
    expect(answer.status).toBe(201);
    // 7 heads × 600 yuan − 8 % = 3 864.00 a year, 322.00 a month; 700 : 350 points.
    expect(answer.body).toMatchObject({
      month: '2026-06',
      assessmentResultId: resultId,
      claimCount: 3,
      points: '1050',
      fundFen: 32200,
      allocatedFen: 31341,
      withheldFen: 859,
      clearedOn: '2026-07-05',
      version: 1,
    });
    const [event] = await county.service.published(monthCleared);
    const { statements, ...totals } = event!.data as DataOf<typeof monthCleared>;
    expect(statements).toEqual([
      { institutionCode: 'H1', bookedPoints: '700', points: '700', shareFen: 21467, coefficient: '0.96', fen: 20608 },
      { institutionCode: 'T1', bookedPoints: '350', points: '350', shareFen: 10733, coefficient: '1', fen: 10733 },
    ]);
    expect(totals).toMatchObject({
      runId: answer.body.runId,
      fundFen: 32200,
      allocatedFen: 31341,
      withheldFen: 859,
      digest: answer.body.digest,
    });
  });

  it('happens once: again, and with a late list that is booked elsewhere, it names the run', async () => {
    const again = await clear();
    const { runId } = (await county.insurance.get<{ items: RunBody[] }>(`${v1}/runs?month=2026-06`)).body.items[0]!;
    expect([again.status, again.body.errors[0]?.parameters]).toEqual([409, { runId, sameInputs: true }]);
    await county.send(county.hospital, [county.line(await county.resident())]);
    expect((await clear()).body.errors[0]?.parameters).toEqual({ runId, sameInputs: true });
    expect(await county.service.published(monthCleared)).toHaveLength(1);
  });

  it('happens once when two order it at the same moment', async () => {
    const result = frozen({ period: '2026-05', scores: [] });
    await county.service.publish(result);
    const answers = await Promise.all([clear({ month: '2026-05' }), clear({ month: '2026-05' }), clear({ month: '2026-05' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('uses the newest version of a frozen result, or the one that is named', async () => {
    const line = county.line(await county.resident(), { admittedOn: '2026-04-01', dischargedOn: '2026-04-08' });
    await county.send(county.hospital, [line]);
    const first = frozen({ period: '2026-04', scores: [{ institutionCode: 'H1', score: '50', coefficient: '0.5' }] });
    await county.service.publish(first);
    await county.service.publish(frozen({ period: '2026-04', resultVersion: 2, scores: [] }));
    const answer = await clear({ month: '2026-04', assessmentResultId: first.aggregateId });
    expect(answer.body).toMatchObject({ assessmentResultId: first.aggregateId, allocatedFen: 16100, withheldFen: 16100 });
  });
});

describe('a statement', () => {
  it('opens to its claims, the fund, the policy and the frozen result', async () => {
    const { items } = (await county.hospital.get<{ items: RunBody[] }>(`${v1}/runs?month=2026-06`)).body;
    const url = `${v1}/runs/${items[0]!.runId}/statements/H1`;
    const { body } = await county.hospital.get<Record<string, unknown> & { explanation: unknown[] }>(url);
    expect(body).toMatchObject({
      institutionCode: 'H1',
      shareFen: 21467,
      score: '86.40',
      coefficient: '0.96',
      fen: 20608,
      withheldFen: 859,
    });
    const bookings = (await county.hospital.get<{ items: { points: string; claimId: string }[] }>(`${url}/bookings`)).body.items;
    expect(bookings.map(({ points }) => points)).toEqual(['350', '350']);
    expect(body.explanation).toMatchObject([
      { rule: 'settlement.run.points', inputs: { claimCount: 2 }, value: '700' },
      {
        rule: 'settlement.run.share',
        basis: 'policy TEST-RESIDENT-2026@1',
        inputs: { fundFen: 32200, poolPoints: '1050' },
        value: 21467,
      },
      {
        rule: 'settlement.run.coefficient',
        basis: 'assessment result 2026-06@1',
        inputs: { score: '86.40', resultId },
        value: '0.96',
      },
      { rule: 'settlement.run.due', value: 20608 },
      { rule: 'settlement.run.withheld', value: 859 },
    ]);
    const claim = await county.must(county.hospital.get(`${v1}/claims/${bookings[0]!.claimId}`));
    expect(claim).toMatchObject({ state: 'MONTH_SETTLED', clearedByRunId: items[0]!.runId });
  });

  it('is shown to its own side and to the county only', async () => {
    const { items } = (await county.insurance.get<{ items: RunBody[] }>(`${v1}/runs?month=2026-06`)).body;
    const url = `${v1}/runs/${items[0]!.runId}`;
    const codes = async (client: typeof county.clinic) =>
      (await client.get<{ items: { institutionCode: string }[] }>(`${url}/statements`)).body.items?.map(
        ({ institutionCode }) => institutionCode,
      );
    expect([
      await codes(county.insurance),
      await codes(county.hospital),
      await codes(county.township),
      await codes(county.clinic),
    ]).toEqual([['H1', 'T1'], ['H1', 'T1'], ['T1'], []]);
    expect((await county.township.get(`${url}/statements/T1`)).status).toBe(200);
    expect((await county.township.get(`${url}/statements/H1`)).status).toBe(404);
    expect((await county.insurance.get(`${url}/statements/T2`)).status).toBe(404);
    expect((await county.otherHospital.get(url)).status).toBe(404);
    expect((await county.otherHospital.get(`${url}/statements`)).status).toBe(404);
    const page = await county.insurance.get<{ items: unknown[]; next: string }>(`${url}/statements?limit=1`);
    const next = await county.insurance.get<{ items: { institutionCode: string }[] }>(
      `${url}/statements?limit=1&cursor=${page.body.next}`,
    );
    expect(next.body.items.map(({ institutionCode }) => institutionCode)).toEqual(['T1']);
  });
});
