import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { policyPublished, poolOpened } from '@yigongti/events';
import { toPackage } from '../../src/policy/policy-package.ts';
import { CountyService, decidedAt, employeeTerms, reasonsOf, v1, type Refusal } from '../fixtures/county-service.ts';
import { policyTerms } from '../fixtures/policies.ts';
import { catalogue, newId, resident } from '../fixtures/told.ts';

let county: CountyService;
beforeAll(async () => {
  county = await CountyService.start();
});
afterAll(() => county.service.close());

const pack = toPackage(policyTerms);
const publish = (change: object, occurredAt = decidedAt) =>
  county.insurance.post<{ errors: Refusal[] }>(`${v1}/policies`, { ...pack, ...change, occurredAt });

describe('publishing a policy', () => {
  it('gives the version with its digest, and its event', async () => {
    const answer = await county.insurance.post(`${v1}/policies`, { ...pack, occurredAt: decidedAt });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ ...pack, policyVersion: 1, publishedOn: '2026-01-05', version: 1 });
    expect(answer.headers.location).toBe(`${v1}/policies/${String(answer.body.policyId)}`);
    const [event] = await county.service.published(policyPublished);
    expect(event).toMatchObject({
      key: answer.body.policyId,
      data: { policyCode: pack.policyCode, version: 1, digest: answer.body.digest, occurredAt: '2026-01-05T09:00:00.000+08:00' },
    });
    const shown = await county.hospital.get(`${v1}/policies/${String(answer.body.policyId)}`);
    expect(shown.body).toEqual(answer.body);
  });

  it('is refused twice, whenever it is sent', async () => {
    const again = await publish({}, '2026-01-06T09:00:00+08:00');
    expect([again.status, reasonsOf(again.body.errors)]).toEqual([409, ['already-published']]);
  });

  it('makes a correction the next version and leaves the first as it was', async () => {
    const answer = await publish({ benefit: { ...pack.benefit, annualCapFen: 9000000 } });
    expect(answer.body).toMatchObject({ policyVersion: 2 });
    const list = await county.insurance.get<{ items: { policyVersion: number }[] }>(`${v1}/policies?inForceOn=2026-06-30`);
    expect(list.body.items.map(({ policyVersion }) => policyVersion)).toEqual([1, 2]);
    await expect(county.service.query('update policy set year = 2027')).rejects.toThrow('append-only');
  });

  it('is refused with every fault and writes nothing', async () => {
    const before = await county.service.published(policyPublished);
    const answer = await publish({
      policyCode: 'FAULTY',
      insuranceType: 'EMPLOYEE',
      effectiveTo: '2027-01-01',
      fund: { ...pack.fund, perPersonFen: 1 },
      benefit: { ...pack.benefit, inpatient: pack.benefit.inpatient.slice(1) },
      points: { ...pack.points, ungroupedPoints: '900' },
    });
    expect(answer.status).toBe(422);
    expect(reasonsOf(answer.body.errors)).toEqual([
      'period-outside-year /effectiveFrom',
      'funding-does-not-add-up /fund/perPersonFen',
      'premium-above-funding /fund/bigIllnessPremiumFen',
      'level-missing /benefit/inpatient',
      'ungrouped-beats-grouped /points/ungroupedPoints',
    ]);
    expect(await county.service.published(policyPublished)).toEqual(before);
  });

  it('needs the days of its insurance for itself', async () => {
    expect(reasonsOf((await publish({ policyCode: 'RIVAL' })).body.errors)).toEqual(['other-policy-in-force /policyCode']);
  });

  it('asks to come again while its catalogue is not known here', async () => {
    const answer = await publish({ policyCode: 'LATER', year: 2027, points: { ...pack.points, catalogueVersion: 9 } });
    expect([answer.status, reasonsOf(answer.body.errors)]).toEqual([422, ['catalogue-not-projected /points/catalogueVersion']]);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('names every fault of shape, at every depth', async () => {
    const answer = await publish({
      year: '2026',
      spare: 1,
      fund: { ...pack.fund, riskReserveRatio: 0.03, carveOuts: [{ code: 'A', fen: -1 }] },
      benefit: { ...pack.benefit, referralPenalty: { mode: 'SEPARATE_ROW', levels: [], visitKinds: ['HOME'] } },
      sources: { '/fund': 1 },
    });
    expect(answer.status).toBe(400);
    expect([...new Set(answer.body.errors.map(({ pointer }) => pointer))].sort()).toEqual([
      '/benefit/referralPenalty/deductibleFen',
      '/benefit/referralPenalty/ratio',
      '/benefit/referralPenalty/visitKinds',
      '/fund/carveOuts/0/fen',
      '/fund/riskReserveRatio',
      '/sources',
      '/spare',
      '/year',
    ]);
  });

  it('takes a catalogue told twice as told once', async () => {
    await county.service.publish(catalogue);
    expect(await county.service.query('select 1 from group_catalogue')).toHaveLength(1);
  });
});

describe('opening a pool', () => {
  const open = async (change: object) => {
    const [policy] = (await county.insurance.get<{ items: { policyId: string }[] }>(`${v1}/policies`)).body.items;
    const body = {
      consortiumCode: 'C1',
      insuranceType: 'RESIDENT',
      year: 2026,
      policyId: policy!.policyId,
      occurredAt: decidedAt,
    };
    return county.insurance.post<Record<string, unknown> & { errors: Refusal[] }>(`${v1}/pools`, { ...body, ...change });
  };

  it('is refused while no resident is known', async () => {
    expect(reasonsOf((await open({})).body.errors)).toEqual(['no-insured /countedOn']);
  });

  it('counts the insured of the consortium who are registered, alive and present on the day', async () => {
    const gone = [
      { diedOn: '2026-01-01' },
      { movedOutOn: '2025-12-31' },
      { mergedInto: newId() },
      { registeredOn: '2026-01-02' },
      { insuranceType: 'EMPLOYEE' },
      { insuranceType: 'NONE' },
      { homeInstitutionCode: 'H2' },
    ];
    for (const change of [
      ...Array.from({ length: 100 }, () => ({})),
      { diedOn: '2026-01-02' },
      { homeInstitutionCode: 'T2' },
      ...gone,
    ]) {
      await county.resident(change);
    }
    const answer = await open({});
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      insuredCount: 102,
      countedOn: '2026-01-01',
      fundingFen: 6732000,
      bigIllnessPremiumFen: 612000,
      budgetFen: 6120000,
      riskReserveFen: 183600,
      adjustmentReserveFen: 306000,
      carveOutFen: 1000000,
      packageFen: 4630400,
    });
    const months = answer.body.months as { month: string; fundFen: number }[];
    expect(months.map(({ fundFen }) => fundFen)).toEqual([...Array(8).fill(385867), ...Array(4).fill(385866)]);
    const [event] = await county.service.published(poolOpened);
    expect(event?.data).toMatchObject({ poolId: answer.body.poolId, insuredCount: 102, packageFen: 4630400, months });
  });

  it('opens to how its package was made', async () => {
    const list = await county.hospital.get<{ items: { explanation: { rule: string; value: unknown; basis: string }[] }[] }>(
      `${v1}/pools`,
    );
    const steps = list.body.items[0]!.explanation;
    expect(steps[0]).toMatchObject({ rule: 'settlement.fund.funding', basis: 'policy TEST-RESIDENT-2026@1', value: 6732000 });
    expect(steps.at(-1)).toMatchObject({ rule: 'settlement.fund.package', value: 4630400 });
  });

  it('is refused a second time', async () => {
    const answer = await open({ countedOn: '2026-01-02' });
    expect([answer.status, reasonsOf(answer.body.errors)]).toEqual([409, ['already-open /consortiumCode']]);
  });

  it.each<[string, object, string[]]>([
    [
      'a policy for another insurance',
      { insuranceType: 'EMPLOYEE' },
      ['policy-of-other-pool /policyId', 'nothing-left /policyId'],
    ],
    ['another year', { year: 2025 }, ['policy-of-other-pool /policyId']],
    ['a policy that nobody published', { policyId: newId() }, ['policy-unknown /policyId']],
    ['a hospital as consortium', { consortiumCode: 'H1' }, ['not-a-consortium /consortiumCode']],
    [
      'a consortium that is not known here',
      { consortiumCode: 'C9', policyId: newId() },
      ['consortium-not-projected /consortiumCode', 'policy-unknown /policyId'],
    ],
  ])('is refused for %s', async (_, change, reasons) => {
    const answer = await open(change);
    expect([answer.status, reasonsOf(answer.body.errors)]).toEqual([422, reasons]);
  });

  it('keeps the insurances apart', async () => {
    const policyId = await county.publishPolicy(employeeTerms);
    await county.service.publish(resident(newId(), { insuranceType: 'EMPLOYEE' }));
    const carved = await open({ insuranceType: 'EMPLOYEE', policyId });
    expect(reasonsOf(carved.body.errors)).toEqual(['nothing-left /policyId']);
  });

  it('is shown to its own consortium and to the county, to others it does not exist', async () => {
    const { items } = (await county.township.get<{ items: { poolId: string }[] }>(`${v1}/pools`)).body;
    expect(items).toHaveLength(1);
    const url = `${v1}/pools/${items[0]!.poolId}`;
    expect((await county.clinic.get(url)).status).toBe(200);
    expect((await county.otherHospital.get(url)).status).toBe(404);
    expect((await county.otherHospital.get<{ items: unknown[] }>(`${v1}/pools`)).body.items).toEqual([]);
  });
});
