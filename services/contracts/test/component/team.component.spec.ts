import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { teamFormed } from '@yigongti/events';
import { startTestService, type TestClient, type TestService } from '@yigongti/testing';
import { contractsService } from '../../src/contracts.service.ts';
import type { TeamView } from '../../src/team/team-view.ts';
import { publishCounty } from '../fixtures/county.ts';

const teams = '/contracts/v1/teams';
let service: TestService;
let hospital: TestClient;
let township: TestClient;
let neighbour: TestClient;
let specialistTeamId: string;

beforeAll(async () => {
  service = await startTestService(contractsService, { lateEntryUnlimited: true });
  await publishCounty(service);
  [hospital, township, neighbour] = [
    await service.as('COUNTY_HOSPITAL', 'H1'),
    await service.as('TOWNSHIP_CENTRE', 'T1'),
    await service.as('TOWNSHIP_CENTRE', 'T2'),
  ];
  const specialists = {
    teamCode: 'S-1',
    kind: 'SPECIALIST_TEAM',
    institutionCode: 'H1',
    members: [member('D-SPEC', 'SPECIALIST', true)],
  };
  const { body } = await hospital.post<TeamView>(teams, forming({ ...specialists, specialistTeamIds: [] }));
  specialistTeamId = body.teamId;
});
afterAll(() => service.close());

const member = (practitionerCode: string, role: string, leads = false) => ({ practitionerCode, role, leads });
const forming = (change: object = {}) => ({
  teamCode: 'T-1',
  kind: 'CONTRACT_TEAM',
  institutionCode: 'T1',
  members: [member('D-GP', 'GP', true), member('D-NURSE', 'NURSE')],
  specialistTeamIds: [specialistTeamId],
  occurredAt: '2026-05-30T09:00:00+08:00',
  ...change,
});
const codes = (body: object) => (body as { errors: { code: string }[] }).errors.map(({ code }) => code.split('.').at(-1));

describe('forming a team', () => {
  it('answers with the team, and tells it; its code is taken once, whoever forms in parallel', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => township.post<TeamView>(teams, forming())));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect(codes(answers.find(({ status }) => status === 409)!.body)).toEqual(['code-taken']);
    const { body, headers } = answers.find(({ status }) => status === 201)!;
    expect(headers).toMatchObject({ etag: '"1"', location: `${teams}/${body.teamId}` });
    const [event, ...more] = (await service.published(teamFormed)).filter(({ data }) => data.teamCode === 'T-1');
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      key: body.teamId,
      aggregateVersion: 1,
      data: { leaderPractitionerCode: 'D-GP', formedOn: '2026-05-30', specialistTeamIds: [specialistTeamId] },
    });
  });

  it('is refused with every reason, and tells nothing', async () => {
    const answer = await township.post(
      teams,
      forming({
        teamCode: 'T-2',
        members: [member('D-GP', 'GP'), member('D-GP', 'GP'), member('D-NOBODY', 'NURSE')],
        specialistTeamIds: [],
      }),
    );
    expect(answer.status).toBe(422);
    expect(codes(answer.body)).toEqual(
      expect.arrayContaining(['needs-one-leader', 'member-repeated', 'member-not-employed', 'needs-specialist-team']),
    );
    expect((await service.published(teamFormed)).filter(({ data }) => data.teamCode === 'T-2')).toEqual([]);
  });

  it('is led by a GP, whatever role is typed', async () => {
    const answer = await township.post(teams, forming({ teamCode: 'T-3', members: [member('D-NURSE', 'GP', true)] }));
    expect(codes(answer.body)).toContain('leader-must-be-gp');
  });

  it('is for the own institution and what lies below it', async () => {
    const answer = await neighbour.post(teams, forming({ teamCode: 'T-4' }));
    expect([answer.status, codes(answer.body)]).toEqual([422, ['institution-unknown']]);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('who sees a team', () => {
  it('is the own side and who stands above; to others it does not exist', async () => {
    const seenBy = async (client: TestClient) => {
      const { body } = await client.get<{ items: TeamView[] }>(`${teams}?kind=CONTRACT_TEAM&institutionCode=T1`);
      return body.items.map(({ teamCode }) => teamCode);
    };
    expect([await seenBy(township), await seenBy(hospital), await seenBy(neighbour)]).toEqual([['T-1'], ['T-1'], []]);
    expect((await township.get(`${teams}/${specialistTeamId}`)).status).toBe(404);
    expect((await hospital.get(`${teams}/${specialistTeamId}`)).body).toMatchObject({ teamCode: 'S-1', allowedActions: [] });
  });

  it('sees them page by page', async () => {
    const first = await hospital.get<{ items: TeamView[] }>(`${teams}?limit=1`);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.link ?? '')?.[1];
    const second = await hospital.get<{ items: TeamView[] }>(next!);
    expect([...first.body.items, ...second.body.items].map(({ teamCode }) => teamCode)).toEqual(['S-1', 'T-1']);
  });
});
