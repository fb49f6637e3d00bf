import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contractSigned } from '@yigongti/events';
import type { ContractView } from '../../src/contract/contract-view.ts';
import type { HouseholdAgreementView } from '../../src/household/household-agreement-view.ts';
import { contracts, ContractsAtWork, households, reasonsOf } from '../fixtures/contracts-at-work.ts';
import { newId, resident } from '../fixtures/county.ts';

let desk: ContractsAtWork;
beforeAll(async () => {
  desk = await ContractsAtWork.start();
});
afterAll(() => desk.close());

/** Five people under one roof: two grandparents, two parents, one child. */
async function family(change: object = {}): Promise<string[]> {
  const householdId = newId();
  const births = ['1950-01-01', '1952-01-01', '1985-01-01', '1987-01-01', '2021-01-01'];
  const people: string[] = [];
  for (const birthDate of births) people.push(await desk.known({ birthDate, householdId, ...change }));
  return people;
}

const signature = (people: readonly string[], change: object = {}) => ({
  representativeResidentId: people[2],
  members: people.map((residentId) => ({ residentId, packageCodes: ['GENERAL'] })),
  teamId: desk.teamId,
  years: 1,
  occurredAt: '2026-06-01T09:30:00+08:00',
  ...change,
});
const signTogether = (people: readonly string[], change: object = {}) =>
  desk.village.post<HouseholdAgreementView>(households, signature(people, change));

describe('a household', () => {
  it('signs in one command: each member has a contract and an event of their own', async () => {
    const people = await family();
    const { status, body, headers } = await signTogether(people);
    expect(status).toBe(201);
    expect(headers.location).toBe(`${households}/${body.householdAgreementId}`);
    expect(body.contracts.map(({ residentId }) => residentId)).toEqual(people);
    expect(body.contracts.map(({ priorityGroups }) => priorityGroups)).toEqual([
      ['ELDERLY_65'],
      ['ELDERLY_65'],
      [],
      [],
      ['CHILD_0_6'],
    ]);
    const events = (await desk.service.published(contractSigned)).filter(({ data }) => people.includes(data.residentId));
    expect(new Set(events.map(({ data }) => data.householdAgreementId))).toEqual(new Set([body.householdAgreementId]));
    expect(events).toHaveLength(5);
    const shown = await desk.village.get<HouseholdAgreementView>(headers.location!);
    expect(shown.body).toEqual(body);
  });

  it('of five, one signed elsewhere: four contracts, the fifth reported and not moved; again: none new', async () => {
    const people = await family();
    const elsewhere = await desk.neighbour.post<ContractView>(
      contracts,
      desk.signing(people[4]!, { teamId: desk.neighbourTeamId }),
    );
    const first = await signTogether(people);
    expect(first.body.contracts).toHaveLength(4);
    expect(first.body.alreadySignedResidentIds).toEqual([people[4]]);
    const before = await desk.written();
    const again = await signTogether(people);
    expect(again.status).toBe(409);
    expect(reasonsOf(again)).toEqual(people.map((_, index) => `contract.already-signed /members/${index}/residentId`));
    expect(await desk.written()).toEqual(before);
    const kept = await desk.neighbour.get(`${contracts}/${elsewhere.body.contractId}`);
    expect(kept.body).toMatchObject({ teamId: desk.neighbourTeamId, state: 'ACTIVE', version: 1 });
  });

  it('is left by one member alone', async () => {
    const { body } = await signTogether(await family());
    const leaving = body.contracts[1]!;
    const end = { reason: 'RESIDENT_DECLINED', occurredAt: '2026-06-20T09:00:00+08:00' };
    const ended = await desk.village.post(`${contracts}/${leaving.contractId}/terminate`, end, { ifMatch: 1 });
    expect(ended.body).toMatchObject({ state: 'TERMINATED', terminationReason: 'RESIDENT_DECLINED' });
    const shown = await desk.township.get<HouseholdAgreementView>(`${households}/${body.householdAgreementId}`);
    const states = shown.body.contracts.map(({ state }) => state);
    expect(states.sort()).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'TERMINATED']);
  });

  it('is joined later by a member who signs alone, if the team is the same', async () => {
    const people = await family();
    const { body } = await signTogether(people.slice(0, 4));
    const { householdAgreementId } = body;
    const foreign = desk.signing(people[4]!, { teamId: desk.neighbourTeamId, householdAgreementId });
    expect(reasonsOf(await desk.neighbour.post(contracts, foreign))).toEqual([
      'contract.household-agreement-unknown /householdAgreementId',
    ]);
    expect((await desk.sign(people[4]!, { householdAgreementId })).body).toMatchObject({ householdAgreementId });
    const shown = await desk.township.get<HouseholdAgreementView>(`${households}/${householdAgreementId}`);
    expect(shown.body.contracts).toHaveLength(5);
  });

  it('loses the dead member, and only that one', async () => {
    const people = await family();
    const { body } = await signTogether(people);
    await desk.service.publish(resident(people[0]!, { birthDate: '1950-01-01', diedOn: '2026-06-10' }, 2));
    const shown = await desk.township.get<HouseholdAgreementView>(`${households}/${body.householdAgreementId}`);
    const ended = shown.body.contracts.filter(({ state }) => state === 'TERMINATED');
    expect(ended.map(({ residentId, terminatedOn }) => [residentId, terminatedOn])).toEqual([[people[0], '2026-06-10']]);
  });

  it('signs once when it is told twenty times at once, together with its members one by one', async () => {
    const people = await family();
    const answers = await Promise.all([
      ...Array.from({ length: 20 }, () => signTogether(people)),
      ...people.map((residentId) => desk.sign(residentId)),
      ...people.map((residentId) => desk.neighbour.post(contracts, desk.signing(residentId, { teamId: desk.neighbourTeamId }))),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
    const rows = await desk.service.query<{ resident_id: string }>(
      'select resident_id from contract where resident_id = any($1)',
      [people],
    );
    expect(rows.map(({ resident_id: id }) => id).sort()).toEqual([...people].sort());
  }, 30_000);

  it('is refused with every reason at once, and nothing is written', async () => {
    const people = await family();
    const other = await desk.known({ householdId: newId() });
    const before = await desk.written();
    const members = [
      { residentId: people[4], packageCodes: ['GENERAL', 'SPA'] },
      { residentId: other, packageCodes: ['HTN'] },
    ];
    const answer = await signTogether(people, { members, representativeResidentId: people[4], years: 9, startsOn: '2026-05-31' });
    expect(answer.status).toBe(422);
    expect(reasonsOf(answer)).toEqual([
      'household.representative-too-young /representativeResidentId',
      'household.other-household /members/1/residentId',
      'contract.starts-before-signature /startsOn',
      'contract.term-out-of-range /years',
      'contract.package-unknown /members/0/packageCodes/1',
      'contract.package-needs-group /members/1/packageCodes/0',
    ]);
    expect(await desk.written()).toEqual(before);
  });

  it('asks to come again for members whom nobody has told of yet', async () => {
    const stranger = newId();
    const before = await desk.written();
    const answer = await signTogether([stranger, await desk.known(), stranger.replace(/.$/, '0')], {
      representativeResidentId: stranger,
      teamId: newId(),
    });
    expect(reasonsOf(answer)).toEqual([
      'contract.resident-not-projected /members/0/residentId',
      'contract.resident-not-projected /members/2/residentId',
      'contract.resident-not-projected /representativeResidentId',
      'contract.team-unknown /teamId',
    ]);
    expect(await desk.written()).toEqual(before);
  });

  it("names every fault of shape; another institution's agreement does not exist", async () => {
    const people = await family();
    const answer = await signTogether(people, {
      members: [
        { residentId: people[0], packageCodes: [] },
        { residentId: people[0], packageCodes: ['GENERAL'], spare: 1 },
      ],
      years: '1',
    });
    expect(answer.status).toBe(400);
    const pointers = (answer.body as unknown as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
    expect(pointers.sort()).toEqual(['/members', '/members/0/packageCodes', '/members/1/spare', '/years']);
    const { body } = await signTogether(people);
    expect((await desk.neighbour.get(`${households}/${body.householdAgreementId}`)).status).toBe(404);
  });
});
