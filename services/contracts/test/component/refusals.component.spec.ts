import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestAnswer } from '@yigongti/testing';
import type { ContractView } from '../../src/contract/contract-view.ts';
import { contracts, ContractsAtWork, households, reasonsOf } from '../fixtures/contracts-at-work.ts';
import { newId } from '../fixtures/county.ts';

let desk: ContractsAtWork;
let contract: ContractView;
beforeAll(async () => {
  desk = await ContractsAtWork.start();
  contract = (await desk.sign(await desk.known())).body;
});
afterAll(() => desk.close());

const occurredAt = '2026-06-20T09:00:00+08:00';
const member = { residentId: newId(), packageCodes: ['GENERAL'] };
const wholeHousehold = () => ({
  representativeResidentId: member.residentId,
  members: [member],
  teamId: desk.teamId,
  years: 1,
  occurredAt,
});
const pointersOf = ({ body }: TestAnswer<unknown>) =>
  (body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer).sort();

/** Sends, and holds the service to what every refusal promises. */
async function refused(send: () => Promise<TestAnswer<unknown>>): Promise<TestAnswer<unknown>> {
  const before = await desk.written();
  const answer = await send();
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.headers['content-type']).toMatch('application/problem+json');
  expect(await desk.written()).toEqual(before);
  return answer;
}

describe('a body that is not what the command asks for', () => {
  it.each<[string, () => string, () => object, string[]]>([
    ['a signing: unknown field', () => contracts, () => desk.signing(newId(), { spare: 1 }), ['/spare']],
    [
      'a signing: wrong types and dates that do not exist',
      () => contracts,
      () => ({ residentId: 7, teamId: 'x', packageCodes: 'GENERAL', years: 1.5, startsOn: '2026-02-30', occurredAt: 'soon' }),
      ['/occurredAt', '/packageCodes', '/residentId', '/startsOn', '/teamId', '/years'],
    ],
    [
      'a signing: the same package twice',
      () => contracts,
      () => desk.signing(newId(), { packageCodes: ['HTN', 'HTN'] }),
      ['/packageCodes'],
    ],
    [
      'a household: unknown fields and wrong types at every depth',
      () => households,
      () => ({ ...wholeHousehold(), members: [{ ...member, spare: 1 }, 'somebody', null], head: 1, years: 'one' }),
      ['/head', '/members/0/spare', '/members/1', '/members/2', '/years'],
    ],
    ['a household without members', () => households, () => ({ ...wholeHousehold(), members: [] }), ['/members']],
    [
      'a renewal: unknown field, wrong types',
      () => `${contracts}/${contract.contractId}/renew`,
      () => ({ years: null, packageCodes: [], startsOn: '2027-01-01', occurredAt }),
      ['/packageCodes', '/startsOn', '/years'],
    ],
    [
      'an ending: a reason nobody has heard of, a day that does not exist',
      () => `${contracts}/${contract.contractId}/terminate`,
      () => ({ reason: 'BORED', terminatedOn: '2026-06-31', occurredAt }),
      ['/reason', '/terminatedOn'],
    ],
  ])('%s', async (_, url, body, pointers) => {
    const answer = await refused(() => desk.township.post(url(), body(), { ifMatch: 1 }));
    expect([answer.status, [...new Set(pointersOf(answer))]]).toEqual([400, pointers]);
  });
});

describe('an ending', () => {
  const end = (change: object = {}, ifMatch = 1) =>
    desk.township.post(`${contracts}/${contract.contractId}/terminate`, { reason: 'OTHER', occurredAt, ...change }, { ifMatch });

  it.each<[string, object, string[]]>([
    ['for a reason that the county does not know', { reason: 'TEAM_DISSOLVED' }, ['contract.reason-unknown /reason']],
    [
      'before its beginning, for such a reason',
      { reason: 'MERGED', terminatedOn: '2026-05-31' },
      ['contract.terminated-before-start /terminatedOn', 'contract.reason-unknown /reason'],
    ],
  ])('%s', async (_, change, reasons) => {
    const answer = await refused(() => end(change));
    expect([answer.status, reasonsOf(answer)]).toEqual([422, reasons]);
  });

  it('after its last day', async () => {
    const answer = await refused(() => end({ terminatedOn: '2027-06-01' }));
    expect([answer.status, reasonsOf(answer)]).toEqual([409, ['contract.not-in-force']]);
  });

  it('on a version that is not there', async () => expect((await refused(() => end({}, 9))).status).toBe(412));
});

describe('a key', () => {
  it.each<[string, () => string, () => Promise<object>]>([
    ['of a signing', () => contracts, async () => desk.signing(await desk.known())],
    [
      'of a household',
      () => households,
      async () => {
        const residentId = await desk.known();
        return { ...wholeHousehold(), representativeResidentId: residentId, members: [{ ...member, residentId }] };
      },
    ],
  ])('%s gives the same answer to the same body, also in parallel, and is refused to another body', async (_, url, bodyOf) => {
    const [key, body] = [newId(), await bodyOf()];
    const send = (change: object = {}) => desk.township.post(url(), { ...body, ...change }, { key });
    const answers = await Promise.all(Array.from({ length: 8 }, () => send()));
    expect(new Set(answers.map(({ status }) => status).filter((status) => status !== 409))).toEqual(new Set([201]));
    const [first] = answers.filter(({ status }) => status === 201);
    const again = await send();
    expect([again.status, again.body]).toEqual([201, first!.body]);
    const other = await refused(() => send({ years: 2 }));
    expect([other.status, (other.body as { code: string }).code]).toEqual([422, 'command.key-reused']);
  });
});

describe('a record of others', () => {
  it('is not there to be ended; the unit that cares for the resident sees it, and leaves it alone', async () => {
    const signedElsewhere = desk.signing(await desk.known(), { teamId: desk.neighbourTeamId });
    const theirs = (await desk.neighbour.post<ContractView>(contracts, signedElsewhere)).body;
    const url = `${contracts}/${theirs.contractId}`;
    for (const client of [desk.village, desk.township]) {
      expect((await client.get(url)).body).toMatchObject({ teamId: desk.neighbourTeamId });
      const answer = await refused(() => client.post(`${url}/terminate`, { reason: 'OTHER', occurredAt }, { ifMatch: 1 }));
      expect([answer.status, reasonsOf(answer)]).toEqual([404, ['contract.not-found']]);
    }
    const mine = await desk.village.get<{ items: ContractView[] }>(`${contracts}?limit=500`);
    expect(mine.body.items.map(({ contractId }) => contractId)).toEqual(expect.arrayContaining([theirs.contractId]));
    const notTheirs = await desk.neighbour.get<{ items: ContractView[] }>(`${contracts}?limit=500`);
    expect(notTheirs.body.items.map(({ contractId }) => contractId)).toEqual([theirs.contractId]);
  });

  it('is no team to sign with', async () => {
    const answer = await refused(async () => desk.neighbour.post(contracts, desk.signing(await desk.known())));
    expect([answer.status, reasonsOf(answer)]).toEqual([422, ['contract.team-unknown /teamId']]);
  });
});
