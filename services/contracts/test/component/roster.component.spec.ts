import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { taskCompleted } from '@yigongti/events';
import type { ContractView } from '../../src/contract/contract-view.ts';
import type { RosterEntry } from '../../src/roster/roster-view.ts';
import { contracts, ContractsAtWork, reasonsOf } from '../fixtures/contracts-at-work.ts';
import { enrolment, meta } from '../fixtures/county.ts';

interface RosterBody {
  readonly persons: number;
  readonly panelLimitPersons: number;
  readonly items: RosterEntry[];
  readonly next: string | null;
}
interface DaysBody {
  readonly persons: number;
  readonly personDays: number;
  readonly items: { residentId: string; days: number }[];
}

const of = (practitioner: string) => `/contracts/v1/practitioners/${practitioner}`;
let desk: ContractsAtWork;
let mover: string;
let elder: ContractView;
beforeAll(async () => {
  desk = await ContractsAtWork.start();
  mover = await desk.known({ birthDate: '1980-01-01' });
  const first = (await desk.sign(mover, { occurredAt: '2026-01-01T09:00:00+08:00' })).body;
  const end = { reason: 'SIGNED_AGAIN', terminatedOn: '2026-07-01', occurredAt: '2026-06-30T09:00:00+08:00' };
  await desk.township.post(`${contracts}/${first.contractId}/terminate`, end, { ifMatch: 1 });
  const next = desk.signing(mover, {
    teamId: desk.neighbourTeamId,
    startsOn: '2026-07-01',
    occurredAt: '2026-06-30T10:00:00+08:00',
  });
  await desk.neighbour.post(contracts, next);
  elder = (await desk.sign(await desk.known({ birthDate: '1961-06-15' }), { occurredAt: '2026-06-01T09:00:00+08:00' })).body;
  await desk.service.publish(enrolment(elder.residentId, 'HTN'));
  const visit = { ...taskCompleted.examples[0]!, residentId: elder.residentId, completedOn: '2026-06-20' };
  await desk.service.publish(taskCompleted.create(visit, meta()));
});
afterAll(() => desk.close());

const roster = async (practitioner: string, query: string, client = desk.township) =>
  client.get<RosterBody>(`${of(practitioner)}/roster?${query}`);

describe('the roster of a doctor', () => {
  it('is of the day: who comes and goes, with the groups and services of that day', async () => {
    const residentsOn = async (on: string) => (await roster('D-GP', `on=${on}`)).body.items.map(({ residentId }) => residentId);
    expect(await residentsOn('2025-12-31')).toEqual([]);
    expect(await residentsOn('2026-01-01')).toEqual([mover]);
    expect((await residentsOn('2026-06-30')).sort()).toEqual([mover, elder.residentId].sort());
    expect(await residentsOn('2026-07-01')).toEqual([elder.residentId]);
    const groupsOn = async (on: string) => (await roster('D-GP', `on=${on}`)).body.items.at(-1);
    expect(await groupsOn('2026-06-14')).toMatchObject({ priorityGroups: ['HTN'], services: 0, lastServiceOn: null });
    expect(await groupsOn('2026-06-20')).toMatchObject({
      priorityGroups: ['ELDERLY_65', 'HTN'],
      services: 1,
      lastServiceOn: '2026-06-20',
    });
    expect(await groupsOn('2027-05-01')).toMatchObject({ renewalDue: true });
    expect(await groupsOn('2027-03-31')).toMatchObject({ renewalDue: false });
  });

  it('tells the whole, and comes page by page', async () => {
    const first = await roster('D-GP', 'on=2026-06-30&limit=1');
    expect(first.body).toMatchObject({ persons: 2, panelLimitPersons: 2000 });
    const url = /<([^>]+)>; rel="next"/.exec(first.headers.link ?? '')?.[1];
    const second = await desk.township.get<RosterBody>(url!);
    expect([...first.body.items, ...second.body.items].map(({ residentId }) => residentId)).toEqual(
      [mover, elder.residentId].sort(),
    );
    expect(second.body.next).toBeNull();
  });

  it('counts days: who changes the team in the middle of a year gives 181 and 184', async () => {
    const days = async (practitioner: string, client = desk.township) =>
      (await client.get<DaysBody>(`${of(practitioner)}/person-days?from=2026-01-01&to=2026-12-31`)).body;
    const mine = await days('D-GP');
    expect(mine.items.find(({ residentId }) => residentId === mover)).toEqual({ residentId: mover, days: 181 });
    expect(mine).toMatchObject({ persons: 2, personDays: 181 + 214 });
    expect(await days('D-GP2', desk.neighbour)).toMatchObject({ persons: 1, personDays: 184 });
  });

  it("is refused for another institution's doctor, an unknown one, and a period that runs backwards", async () => {
    expect((await roster('D-GP', '', desk.neighbour)).status).toBe(404);
    expect((await roster('D-NOBODY', '')).body).toMatchObject({ code: 'contracts.roster.doctor-not-found' });
    expect((await roster('D-GP', 'on=2026-02-30')).status).toBe(400);
    const backwards = await desk.township.get(`${of('D-GP')}/person-days?from=2026-12-31&to=2026-01-01`);
    expect([backwards.status, reasonsOf(backwards)]).toEqual([422, ['roster.period-reversed']]);
  });
});
