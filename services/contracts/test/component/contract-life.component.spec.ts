import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contractSigned, contractTerminated, enrolmentClosed, referralArrived, taskCompleted } from '@yigongti/events';
import { accessFaults, startTestService, type TestClient, type TestService } from '@yigongti/testing';
import type { ContractView } from '../../src/contract/contract-view.ts';
import { contractsService } from '../../src/contracts.service.ts';
import { enrolment, meta, newId, publishCounty, resident } from '../fixtures/county.ts';

const contracts = '/contracts/v1/contracts';
let service: TestService;
let township: TestClient;
let teamId: string;

beforeAll(async () => {
  service = await startTestService(contractsService, { lateEntryUnlimited: true });
  await publishCounty(service);
  township = await service.as('TOWNSHIP_CENTRE', 'T1');
  const form = async (client: TestClient, team: object) =>
    (await client.post('/contracts/v1/teams', { occurredAt: '2026-01-01T08:00:00+08:00', ...team })).body.teamId as string;
  const specialists = await form(await service.as('COUNTY_HOSPITAL', 'H1'), {
    teamCode: 'S-1',
    kind: 'SPECIALIST_TEAM',
    institutionCode: 'H1',
    members: [{ practitionerCode: 'D-SPEC', role: 'SPECIALIST', leads: true }],
    specialistTeamIds: [],
  });
  teamId = await form(township, {
    teamCode: 'T-1',
    kind: 'CONTRACT_TEAM',
    institutionCode: 'T1',
    members: [{ practitionerCode: 'D-GP', role: 'GP', leads: true }],
    specialistTeamIds: [specialists],
  });
});
afterAll(() => service.close());

async function signed(change: object = {}): Promise<ContractView> {
  const residentId = newId();
  await service.publish(resident(residentId));
  const body = { residentId, teamId, packageCodes: ['GENERAL'], years: 1, occurredAt: '2026-04-01T08:00:00+08:00', ...change };
  return (await township.post<ContractView>(contracts, body)).body;
}
const followUp = (residentId: string, completedOn: string) =>
  taskCompleted.create({ ...taskCompleted.examples[0]!, taskId: newId(), residentId, completedOn }, meta());
const arrival = (residentId: string, arrivedOn: string) =>
  referralArrived.create({ ...referralArrived.examples[0]!, referralId: newId(), residentId, arrivedOn }, meta());
const servicesOf = ({ contractId }: ContractView) =>
  service.query('select kind, happened_on from contract_service where contract_id = $1 order by happened_on', [contractId]);

describe('a contract', () => {
  it('is fulfilled by what is done while it is in force, each thing once', async () => {
    const contract = await signed();
    const event = followUp(contract.residentId, '2026-04-01');
    await service.publish(event);
    await service.publish(event);
    await service.publish(arrival(contract.residentId, '2027-03-31'));
    for (const day of ['2026-03-31', '2027-04-01']) await service.publish(followUp(contract.residentId, day));
    await service.publish(followUp(newId(), '2026-05-01'));
    expect(await servicesOf(contract)).toEqual([
      { kind: 'FOLLOW_UP', happened_on: '2026-04-01' },
      { kind: 'REFERRAL', happened_on: '2027-03-31' },
    ]);
  });

  it('is for the groups of the open enrolments, not of the closed ones', async () => {
    const residentId = newId();
    await service.publish(resident(residentId));
    const opened = enrolment(residentId, 'HTN');
    await service.publish(opened);
    const { enrolmentId, programme, institutionCode } = opened.data;
    const end = { ...enrolmentClosed.examples[0]!, enrolmentId, residentId, programme, institutionCode };
    await service.publish(enrolmentClosed.create(end, meta(2)));
    const body = { residentId, teamId, packageCodes: ['HTN'], years: 1, occurredAt: '2026-05-20T08:00:00+08:00' };
    expect((await township.post(contracts, body)).body).toMatchObject({ code: 'contracts.contract.package-needs-group' });
  });

  it('may follow one that has ended, never overlap it', async () => {
    const first = await signed();
    const again = (startsOn: string) =>
      township.post<ContractView>(contracts, {
        residentId: first.residentId,
        teamId,
        packageCodes: ['GENERAL'],
        years: 1,
        startsOn,
        occurredAt: '2026-05-01T08:00:00+08:00',
      });
    expect((await again('2027-03-31')).status).toBe(409);
    expect((await again('2027-04-01')).body).toMatchObject({ state: 'NOT_STARTED', endsOn: '2028-03-31' });
  });

  it('of who has died or moved away is not signed', async () => {
    const residentId = newId();
    await service.publish(resident(residentId, { movedOutOn: '2026-04-01' }));
    const body = { residentId, teamId, packageCodes: ['GENERAL'], years: 1, occurredAt: '2026-04-01T08:00:00+08:00' };
    expect((await township.post(contracts, body)).body).toMatchObject({ code: 'contracts.contract.resident-gone' });
  });

  it('is judged by figures that the county has, or not at all', async () => {
    const { code } = (await signed({ startsOn: '1999-01-01' })) as unknown as { code: string };
    expect(code).toBe('profile.not-in-force');
  });

  it('is listed by day and by resident, page by page', async () => {
    const contract = await signed();
    await signed();
    const of = async (query: string) => {
      const { body } = await township.get<{ items: ContractView[] }>(`${contracts}?${query}`);
      return body.items.map(({ contractId }) => contractId);
    };
    expect(await of(`residentId=${contract.residentId}&inForceOn=2026-04-01`)).toEqual([contract.contractId]);
    expect(await of(`residentId=${contract.residentId}&inForceOn=2026-03-31`)).toEqual([]);
    const all = await of('limit=500');
    const first = await township.get<{ items: ContractView[] }>(`${contracts}?limit=2`);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.link ?? '')?.[1];
    const second = await township.get<{ items: ContractView[] }>(next!);
    expect([...first.body.items, ...second.body.items].map(({ contractId }) => contractId)).toEqual(all.slice(0, 4));
  });
});

describe('the end of a residence', () => {
  it.each([
    ['death', { diedOn: '2026-05-02' }, 'DIED', '2026-05-02'],
    ['a move', { movedOutOn: '2026-05-03' }, 'MOVED_OUT', '2026-05-03'],
    ['a merge', { mergedInto: newId(), occurredAt: '2026-05-04T08:00:00.000+08:00' }, 'MERGED', '2026-05-04'],
    ['a death after a move', { diedOn: '2026-05-09', movedOutOn: '2026-05-03' }, 'MOVED_OUT', '2026-05-03'],
  ])('by %s ends the contract on that very day', async (_, change, terminationReason, terminatedOn) => {
    const { contractId, residentId } = await signed();
    await service.publish(resident(residentId, change, 2));
    expect((await township.get(`${contracts}/${contractId}`)).body).toMatchObject({ terminationReason, terminatedOn });
  });

  it('that was told before the contract ends it as soon as it is signed', async () => {
    const residentId = newId();
    await service.publish(resident(residentId, { diedOn: '2026-05-02' }));
    const body = { residentId, teamId, packageCodes: ['GENERAL'], years: 1, occurredAt: '2026-04-01T08:00:00+08:00' };
    const { status, body: contract } = await township.post<ContractView>(contracts, body);
    expect(status).toBe(201);
    expect(contract).toMatchObject({ startsOn: '2026-04-01', terminatedOn: '2026-05-02', terminationReason: 'DIED', version: 2 });
    const told = [...(await service.published(contractSigned)), ...(await service.published(contractTerminated))];
    const own = told.filter(({ key }) => key === contract.contractId);
    expect(own.map(({ aggregateVersion }) => aggregateVersion)).toEqual([1, 2]);
  });

  it('that is told while somebody signs leaves nothing in force', async () => {
    for (let round = 0; round < 12; round += 1) {
      const residentId = newId();
      await service.publish(resident(residentId));
      const body = { residentId, teamId, packageCodes: ['GENERAL'], years: 1, occurredAt: '2026-04-01T08:00:00+08:00' };
      await Promise.all([township.post(contracts, body), service.publish(resident(residentId, { diedOn: '2026-05-02' }, 2))]);
      const inForce = await township.get<{ items: unknown[] }>(`${contracts}?residentId=${residentId}&inForceOn=2026-05-02`);
      expect(inForce.body.items).toEqual([]);
    }
  });
});

describe('the door', () => {
  it('lets every role in where the table says so, and nowhere else', async () => {
    expect(await accessFaults(service)).toEqual([]);
  });
});
