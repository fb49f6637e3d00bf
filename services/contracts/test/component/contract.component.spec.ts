import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contractSigned, contractTerminated, teamFormed } from '@yigongti/events';
import { FakeClock, startTestService, type TestClient, type TestService } from '@yigongti/testing';
import type { ContractView } from '../../src/contract/contract-view.ts';
import { contractsService } from '../../src/contracts.service.ts';
import { enrolment, newId, publishCounty, resident } from '../fixtures/county.ts';

const occurredAt = '2026-06-01T09:30:00+08:00';
let service: TestService;
let township: TestClient;
let village: TestClient;
let neighbour: TestClient;
let teamId: string;

beforeAll(async () => {
  service = await startTestService(contractsService, { clock: new FakeClock('2026-07-01T08:00:00+08:00') });
  await publishCounty(service);
  [township, village, neighbour] = [
    await service.as('TOWNSHIP_CENTRE', 'T1'),
    await service.as('VILLAGE_CLINIC', 'V1'),
    await service.as('TOWNSHIP_CENTRE', 'T2'),
  ];
  const hospital = await service.as('COUNTY_HOSPITAL', 'H1');
  const specialists = await hospital.post('/contracts/v1/teams', {
    teamCode: 'S-1',
    kind: 'SPECIALIST_TEAM',
    institutionCode: 'H1',
    members: [{ practitionerCode: 'D-SPEC', role: 'SPECIALIST', leads: true }],
    specialistTeamIds: [],
    occurredAt,
  });
  const team = await township.post('/contracts/v1/teams', {
    teamCode: 'T-1',
    kind: 'CONTRACT_TEAM',
    institutionCode: 'T1',
    members: [
      { practitionerCode: 'D-GP', role: 'GP', leads: true },
      { practitionerCode: 'D-NURSE', role: 'NURSE', leads: false },
    ],
    specialistTeamIds: [specialists.body.teamId],
    occurredAt,
  });
  expect([specialists.body.code, team.body.code]).toEqual([undefined, undefined]);
  teamId = team.body.teamId as string;
});

afterAll(() => service.close());

const signing = (residentId: string, change: object = {}) => ({
  residentId,
  teamId,
  packageCodes: ['GENERAL'],
  years: 1,
  occurredAt,
  ...change,
});

async function known(change = {}): Promise<string> {
  const residentId = newId();
  await service.publish(resident(residentId, change));
  return residentId;
}

const codes = (body: Record<string, unknown>) => (body.errors as { code: string }[]).map(({ code }) => code);

describe('teams', () => {
  it('are formed with their event', async () => {
    expect((await service.published(teamFormed)).map(({ data }) => data.teamCode).sort()).toEqual(['S-1', 'T-1']);
  });
});

describe('signing', () => {
  it('gives a contract with the groups that follow from age and enrolments, and its event', async () => {
    const residentId = await known();
    await service.publish(enrolment(residentId, 'HTN'));
    const answer = await village.post<ContractView>(
      '/contracts/v1/contracts',
      signing(residentId, { packageCodes: ['HTN', 'GENERAL'] }),
    );
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      startsOn: '2026-06-01',
      endsOn: '2027-05-31',
      priorityGroups: ['ELDERLY_65', 'HTN'],
      version: 1,
    });
    expect(answer.headers).toMatchObject({ etag: '"1"', location: `/contracts/v1/contracts/${answer.body.contractId}` });
    const [event] = (await service.published(contractSigned)).filter(({ data }) => data.residentId === residentId);
    expect(event).toMatchObject({
      key: answer.body.contractId,
      aggregateVersion: 1,
      data: { feeFen: 12000, startsOn: '2026-06-01' },
    });
    const audit = await service.query<{ action: string; actor: string }>(
      'select action, actor from audit where resident_id = $1',
      [residentId],
    );
    expect(audit).toEqual([{ action: 'sign', actor: expect.any(String) }]);
  });

  it('leaves one contract in force when twenty sign at once', async () => {
    const residentId = await known();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => township.post('/contracts/v1/contracts', signing(residentId))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
    expect((await service.published(contractSigned)).filter(({ data }) => data.residentId === residentId)).toHaveLength(1);
  });

  it('answers the same to the same key, and honestly to another body', async () => {
    const residentId = await known();
    const key = newId();
    const first = await township.post('/contracts/v1/contracts', signing(residentId), { key });
    const again = await township.post('/contracts/v1/contracts', signing(residentId), { key });
    const other = await township.post('/contracts/v1/contracts', signing(residentId, { years: 2 }), { key });
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect([other.status, other.body.code]).toEqual([422, 'command.key-reused']);
  });

  it('is refused with every reason, and writes nothing', async () => {
    const residentId = await known();
    const answer = await township.post(
      '/contracts/v1/contracts',
      signing(residentId, { years: 9, packageCodes: ['HTN', 'SPA'] }),
    );
    expect(answer.status).toBe(422);
    expect(codes(answer.body)).toEqual([
      'contracts.contract.term-out-of-range',
      'contracts.contract.package-unknown',
      'contracts.contract.package-needs-group',
    ]);
    expect(await service.query('select from contract where resident_id = $1', [residentId])).toEqual([]);
  });

  it('asks to come again while the resident is not known here', async () => {
    const answer = await township.post('/contracts/v1/contracts', signing(newId()));
    expect([answer.status, codes(answer.body)]).toEqual([422, ['contracts.contract.resident-not-projected']]);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('names every fault of shape', async () => {
    const answer = await township.post('/contracts/v1/contracts', {
      residentId: 'x',
      years: '1',
      packageCodes: [],
      occurredAt,
      spare: 1,
    });
    expect(answer.status).toBe(400);
    expect((answer.body.errors as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual([
      '/packageCodes',
      '/residentId',
      '/spare',
      '/teamId',
      '/years',
    ]);
  });
});

describe('ending', () => {
  it('needs the version that was read, and makes its event', async () => {
    const signed = await township.post<ContractView>('/contracts/v1/contracts', signing(await known()));
    const url = `/contracts/v1/contracts/${signed.body.contractId}/terminate`;
    const body = { reason: 'MOVED_OUT', occurredAt: '2026-06-20T09:00:00+08:00' };
    expect((await township.post(url, body)).status).toBe(428);
    expect((await township.post(url, body, { ifMatch: 7 })).status).toBe(412);
    const ended = await township.post<ContractView>(url, body, { ifMatch: 1 });
    expect(ended.body).toMatchObject({ terminatedOn: '2026-06-20', state: 'TERMINATED', version: 2, allowedActions: [] });
    expect((await township.post(url, body, { ifMatch: 2 })).status).toBe(409);
    const events = (await service.published(contractTerminated)).filter(({ key }) => key === signed.body.contractId);
    expect(events.map(({ aggregateVersion, data }) => [aggregateVersion, data.terminatedOn])).toEqual([[2, '2026-06-20']]);
  });

  it('follows from death, on that very day, once', async () => {
    const residentId = await known();
    const signed = await township.post<ContractView>('/contracts/v1/contracts', signing(residentId));
    const death = resident(residentId, { diedOn: '2026-06-10' }, 2);
    await service.publish(death);
    await service.publish(death);
    const events = (await service.published(contractTerminated)).filter(({ key }) => key === signed.body.contractId);
    expect(events.map(({ data }) => [data.terminatedOn, data.reason])).toEqual([['2026-06-10', 'DIED']]);
  });
});

describe('who sees a contract', () => {
  it('is the own side and who stands above; to others it does not exist', async () => {
    const signed = await township.post<ContractView>('/contracts/v1/contracts', signing(await known()));
    const url = `/contracts/v1/contracts/${signed.body.contractId}`;
    expect((await township.get(url)).status).toBe(200);
    expect((await neighbour.get(url)).status).toBe(404);
    expect((await neighbour.post(`${url}/terminate`, { reason: 'OTHER', occurredAt }, { ifMatch: 1 })).status).toBe(404);
    const list = await neighbour.get<{ items: unknown[] }>('/contracts/v1/contracts');
    expect(list.body.items).toEqual([]);
  });
});
