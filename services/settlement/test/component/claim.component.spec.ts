import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimReceived } from '@yigongti/events';
import { CountyService, employeeTerms, reasonsOf, v1 } from '../fixtures/county-service.ts';
import { newId, resident, signed, terminated } from '../fixtures/told.ts';

const lines: string[] = [];
let county: CountyService;
let policyId: string;
beforeAll(async () => {
  county = await CountyService.start({ onLog: (line) => lines.push(line) });
  policyId = await county.publishPolicy();
  await county.publishPolicy(employeeTerms);
});
afterAll(() => county.service.close());

type Steps = { rule: string; inputs: Record<string, unknown>; value: unknown; basis: string }[];
const step = (claim: Record<string, unknown>, rule: string) =>
  (claim.explanation as Steps).find((candidate) => candidate.rule === `settlement.${rule}`);
const eventsOf = async (residentId: string) =>
  (await county.service.published(claimReceived)).filter(({ data }) => data.residentId === residentId);

describe('a settlement list', () => {
  it('is paid, grouped and scored, with its event, its audit row and its explanation', async () => {
    const residentId = await county.resident();
    const referralNo = await county.referral({ residentId, from: 'T1', to: 'H1', on: '2026-06-02' });
    const line = county.line(residentId, { referralNo, items: [{ code: '01', fen: 800000 }] });
    const claim = await county.claim(county.hospital, line);
    expect(claim).toMatchObject({
      month: '2026-06',
      policyId,
      deductibleFen: 40000,
      fundPaidFen: 570000,
      personalFen: 230000,
      referralApplied: true,
      groupCode: 'J18.9',
      points: '889',
      state: 'SCORED',
      version: 1,
    });
    const rules = (claim.explanation as Steps).map(({ rule, basis }) => `${rule.replace('settlement.', '')} (${basis})`);
    const policy = 'policy TEST-RESIDENT-2026@1';
    expect(rules).toEqual([
      ...['scope', 'referral', 'deductible', 'ratio', 'payable', 'annual-cap', 'personal'].map(
        (rule) => `benefit.${rule} (${policy})`,
      ),
      'points.group (catalogue DIP@1)',
      ...['deviation', 'coefficient', 'case'].map((rule) => `points.${rule} (${policy})`),
      'claim.booking (months of C1 RESIDENT)',
    ]);
    const [event] = await eventsOf(residentId);
    expect(event).toMatchObject({
      key: claim.claimId,
      aggregateVersion: 1,
      data: { listNo: line.listNo, points: '889', fundPaidFen: 570000, referralNo, occurredAt: '2026-06-09T09:00:00.000+08:00' },
    });
    const audit = await county.service.query('select action, resource from audit where resident_id = $1 order by position', [
      residentId,
    ]);
    expect(audit).toEqual([
      { action: 'receive', resource: 'claim' },
      { action: 'read', resource: 'claim' },
    ]);
  });

  it('changes nothing when it comes again, and is refused with other content or in a lower version', async () => {
    const line = county.line(await county.resident(), { listVersion: 2 });
    const [first] = await county.send(county.hospital, [line]);
    const again = await county.send(county.hospital, [
      { ...line, occurredAt: '2026-06-10T09:00:00+08:00', referralNo: null },
      { ...line, diagnosisCode: 'I10.x00' },
      { ...line, listVersion: 1 },
    ]);
    expect(again.map(({ status, id, errors }) => [status, id, ...reasonsOf(errors)])).toEqual([
      ['unchanged', first?.id],
      ['refused', undefined, 'other-content-same-version /listVersion'],
      ['refused', undefined, 'older-version /listVersion'],
    ]);
    expect(await eventsOf(line.residentId)).toHaveLength(1);
  });

  it('counts once when it stands twice in an upload, or in two uploads at once', async () => {
    const line = county.line(await county.resident());
    const uploads = await Promise.all([county.send(county.hospital, [line, line]), county.send(county.hospital, [line])]);
    const statuses = uploads.flat().map(({ status }) => status);
    expect(statuses.sort()).toEqual(['created', 'unchanged', 'unchanged']);
    expect(await eventsOf(line.residentId)).toHaveLength(1);
  });

  it('is refused alone, with every reason; the lines beside it count', async () => {
    const residentId = await county.resident({ diedOn: '2026-06-01' });
    const results = await county.send(county.hospital, [
      county.line(await county.resident()),
      county.line(residentId, { insuranceType: 'EMPLOYEE', totalFen: 800001, dischargeWay: null, dischargedOn: '2026-06-10' }),
      { ...county.line(residentId), listVersion: 0, spare: 1 },
      county.line(newId()),
      county.line(residentId, { institutionCode: 'H2' }),
      county.line(await county.resident(), { institutionCode: 'V1' }),
      county.line(await county.resident(), { admittedOn: '2025-06-01', dischargedOn: '2025-06-02' }),
    ]);
    expect(results.map(({ line, status, errors }) => [line, status, ...reasonsOf(errors)])).toEqual([
      [1, 'created'],
      [
        2,
        'refused',
        'admitted-after-death /admittedOn',
        'insurance-differs /insuranceType',
        'discharged-later /dischargedOn',
        'discharge-way-missing /dischargeWay',
        'parts-do-not-add-up /totalFen',
      ],
      [3, 'refused', 'request.unknown-field /spare', 'request.min /listVersion'],
      [4, 'refused', 'resident-not-projected /residentId'],
      [5, 'refused', 'institution-not-projected /institutionCode'],
      [6, 'refused', 'no-benefit-row /visitKind'],
      [7, 'refused', 'no-policy /dischargedOn'],
    ]);
    expect(await eventsOf(residentId)).toEqual([]);
  });

  it('writes nothing on trial, and all or none on demand', async () => {
    const [good, bad] = [county.line(await county.resident()), county.line(newId())];
    expect((await county.send(county.hospital, [good, bad], '?dryRun=true')).map(({ status }) => status)).toEqual([
      'created',
      'refused',
    ]);
    expect((await county.send(county.hospital, [good, bad], '?atomic=true')).map(({ status }) => status)).toEqual([
      'refused',
      'refused',
    ]);
    expect(await county.service.query('select 1 from claim where resident_id = $1', [good.residentId])).toEqual([]);
  });
});

describe('what referral and contract decide', () => {
  const paid = async (change: object, residentId: string) => county.claim(county.hospital, county.line(residentId, change));

  it('pays less without a referral, and says that the named one is not known', async () => {
    const residentId = await county.resident();
    const without = await paid({}, residentId);
    const unknown = await paid({ referralNo: 'R-0' }, await county.resident());
    expect([without.fundPaidFen, unknown.fundPaidFen, unknown.referralApplied]).toEqual([494000, 494000, false]);
    expect([step(without, 'benefit.referral')?.inputs.referral, step(unknown, 'benefit.referral')?.inputs.referral]).toEqual([
      'NOT_NAMED',
      'NOT_KNOWN',
    ]);
  });

  it.each<[string, { to?: string }, string | null, string]>([
    ['has not arrived', {}, null, 'NOT_ARRIVED'],
    ['arrived after the discharge', {}, '2026-06-09', 'ARRIVED_AFTER_DISCHARGE'],
    ['was for another hospital', { to: 'H2' }, '2026-06-03', 'OTHER_RECEIVER'],
  ])('does not count a referral that %s', async (_, route, arrivedOn, reason) => {
    const residentId = await county.resident();
    const referralNo = await county.referral({ residentId, from: 'T1', to: 'H1', on: '2026-06-02', ...route }, arrivedOn);
    const claim = await paid({ referralNo }, residentId);
    expect([claim.fundPaidFen, claim.referralApplied, step(claim, 'benefit.referral')?.inputs.referral]).toEqual([
      494000,
      false,
      reason,
    ]);
  });

  it('continues the deductible of the stay that sent the patient on', async () => {
    const residentId = await county.resident();
    const below = county.line(residentId, {
      institutionCode: 'T1',
      admittedOn: '2026-06-01',
      dischargedOn: '2026-06-03',
      dischargeWay: '2',
    });
    expect(await county.claim(county.township, below)).toMatchObject({ deductibleFen: 20000 });
    const referralNo = await county.referral({ residentId, from: 'T1', to: 'H1', on: '2026-06-02' }, '2026-06-03');
    const above = await paid({ referralNo }, residentId);
    expect([above.deductibleFen, step(above, 'benefit.deductible')?.inputs.paidInLinkedStaysFen]).toEqual([20000, 20000]);
  });

  it('pays more to who has a contract in force on the day of the visit', async () => {
    const visit = {
      institutionCode: 'T1',
      visitKind: 'OUTPATIENT',
      admittedOn: '2026-06-08',
      dischargeWay: null,
      totalFen: 23840,
      inScopeFen: 23840,
    };
    const residentId = await county.resident();
    const contractId = newId();
    await county.service.publish(signed(residentId, contractId));
    const contracted = await county.claim(county.township, county.line(residentId, visit));
    expect(contracted).toMatchObject({
      fundPaidFen: 15496,
      contractApplied: true,
      points: '0',
      groupCode: null,
      state: 'VALIDATED',
    });
    await county.service.publish(terminated(residentId, contractId, '2026-06-08'));
    const ended = await county.claim(county.township, county.line(residentId, visit));
    expect(ended).toMatchObject({ fundPaidFen: 14304, contractApplied: false });
  });

  it('never goes beyond the yearly cap, over the lines of one upload', async () => {
    const residentId = await county.resident();
    const dear = { institutionCode: 'T1', totalFen: 5000000, inScopeFen: 5000000 };
    const stays = [dear, dear, { ...dear, dischargedOn: '2026-06-09' }].map((change) => county.line(residentId, change));
    const results = await county.send(county.township, stays);
    const amounts = await Promise.all(
      results.map(async ({ id }) => (await county.must(county.township.get(`${v1}/claims/${id}`))).fundPaidFen),
    );
    expect(amounts).toEqual([4482000, 3518000, 0]);
  });

  it('keeps the cap when two hospitals send at once', async () => {
    const residentId = await county.resident();
    const dear = { totalFen: 6000000, inScopeFen: 6000000 };
    await Promise.all([
      county.send(county.hospital, [county.line(residentId, dear)]),
      county.send(county.township, [county.line(residentId, { ...dear, institutionCode: 'T1' })]),
    ]);
    const events = await eventsOf(residentId);
    expect(events.reduce((sum, { data }) => sum + data.fundPaidFen, 0)).toBe(8000000);
  });
});

describe('the points of a stay', () => {
  it('are the same in town and county for a primary-care group', async () => {
    const stay = { diagnosisCode: 'I10.x00', totalFen: 280000, inScopeFen: 280000 };
    const county1 = await county.claim(county.hospital, county.line(await county.resident(), stay));
    const town = await county.claim(county.township, county.line(await county.resident(), { ...stay, institutionCode: 'T1' }));
    expect([county1.points, town.points]).toEqual(['350', '350']);
  });

  it.each([
    [
      'follow the cost where it is unusually low',
      { totalFen: 200000, inScopeFen: 200000 },
      { points: '222.25', state: 'SCORED' },
    ],
    [
      'wait for experts where it is beyond any rule',
      { totalFen: 4000001, inScopeFen: 4000001 },
      { points: '0', state: 'SPECIAL_REVIEW' },
    ],
    ['are few without a group', { diagnosisCode: 'Z00.000' }, { points: '50', groupCode: null, state: 'SCORED' }],
  ])('%s', async (_, change, expected) => {
    expect(await county.claim(county.hospital, county.line(await county.resident(), change))).toMatchObject(expected);
  });

  it('are measured from the mean of the level', async () => {
    const line = county.line(await county.resident(), { institutionCode: 'T1', totalFen: 250000, inScopeFen: 250000 });
    const claim = await county.claim(county.township, line);
    expect([claim.points, step(claim, 'points.deviation')?.inputs.meanCostFen]).toEqual(['677', 500000]);
  });
});

describe('who sees a claim', () => {
  it('is the own institution, who stands above it, and the insurance bureau; to others it does not exist', async () => {
    const claim = await county.claim(county.township, county.line(await county.resident(), { institutionCode: 'T1' }));
    const url = `${v1}/claims/${String(claim.claimId)}`;
    const clients = [
      county.township,
      county.hospital,
      county.insurance,
      county.otherTownship,
      county.otherHospital,
      county.clinic,
    ];
    const statuses = [];
    for (const client of clients) statuses.push((await client.get(url)).status);
    expect(statuses).toEqual([200, 200, 200, 404, 404, 404]);
    const seen = await county.otherTownship.get<{ items: unknown[] }>(`${v1}/claims`);
    expect(seen.body.items).toEqual([]);
  });

  it('may ask by patient and month, page by page', async () => {
    const residentId = await county.resident();
    await county.send(county.hospital, [
      county.line(residentId),
      county.line(residentId),
      county.line(residentId, { admittedOn: '2026-05-01', dischargedOn: '2026-05-02' }),
    ]);
    type Page = { items: { claimId: string }[]; next: string | null };
    const ask = (query: string) => county.insurance.get<Page>(`${v1}/claims?residentId=${residentId}&${query}`);
    const first = await ask('month=2026-06&limit=1');
    const second = await ask(`month=2026-06&limit=1&cursor=${first.body.next}`);
    expect(first.headers.link).toContain('rel="next"');
    expect(second.body.items.map(({ claimId }) => claimId)).not.toEqual(first.body.items.map(({ claimId }) => claimId));
    expect([second.body.next, (await ask('month=2026-05')).body.items.length]).toEqual([null, 1]);
    const audited = await county.service.query('select 1 from audit where resident_id = $1 and action = $2', [
      residentId,
      'list',
    ]);
    expect(audited).toHaveLength(3);
  });
});

describe('what is told twice', () => {
  it('is the same as told once', async () => {
    const residentId = newId();
    const told = resident(residentId);
    await county.service.publish(told);
    await county.service.publish(told);
    expect(await county.service.query('select insurance_type from resident where resident_id = $1', [residentId])).toEqual([
      { insurance_type: 'RESIDENT' },
    ]);
  });

  it('ends a contract only after it was signed', async () => {
    const [residentId, contractId] = [newId(), newId()];
    await county.service.publish(terminated(residentId, contractId, '2026-06-08'));
    expect(await county.service.query('select 1 from contract where contract_id = $1', [contractId])).toEqual([]);
  });
});

it('writes no diagnosis into its log', async () => {
  const residentId = await county.resident();
  await county.claim(county.hospital, county.line(residentId, { diagnosisCode: 'Z99.123' }));
  const log = lines.join('\n');
  expect(log.length).toBeGreaterThan(0);
  expect(log).not.toContain('Z99.123');
});
