import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { contractSigned } from '@yigongti/events';
import type { TestClient } from '@yigongti/testing';
import { contracts, ContractsAtWork } from '../fixtures/contracts-at-work.ts';
import { newId } from '../fixtures/county.ts';

const path = `${contracts}/import`;
let desk: ContractsAtWork;
beforeAll(async () => {
  desk = await ContractsAtWork.start();
});
afterAll(() => desk.close());

const send = async (lines: readonly object[], query = '', client: TestClient = desk.township) =>
  (await client.upload(`${path}${query}`, lines)).lines;
const toldOf = async (residentId: string) =>
  (await desk.service.published(contractSigned)).filter(({ data }) => data.residentId === residentId);

it('signs whom it can, each with the time of the own line, and tells the others every reason', async () => {
  const [one, two, three] = [await desk.known(), await desk.known(), await desk.known()];
  const lines = await send([
    desk.signing(one),
    desk.signing(two, { occurredAt: '2026-06-02T16:00:00+08:00', startsOn: '2026-06-05' }),
    desk.signing(one, { packageCodes: ['HTN'] }),
    desk.signing(three, { years: 9, packageCodes: ['NONE'] }),
    desk.signing(newId()),
    desk.signing(three, { teamId: newId() }),
    { ...desk.signing(three), feeFen: 1 },
  ]);
  expect(lines.map(({ status, errors }) => [status, ...(errors ?? []).map(({ code }) => code.split('.').at(-1))])).toEqual([
    ['created'],
    ['created'],
    ['refused', 'package-needs-group', 'already-signed'],
    ['refused', 'term-out-of-range', 'package-unknown'],
    ['refused', 'resident-not-projected'],
    ['refused', expect.stringMatching(/^team-/)],
    ['refused', expect.any(String)],
  ]);
  expect((await toldOf(two)).map(({ data }) => [data.contractId, data.startsOn, data.occurredAt])).toEqual([
    [lines[1]!.id, '2026-06-05', '2026-06-02T16:00:00.000+08:00'],
  ]);
  expect(await toldOf(three)).toEqual([]);
});

it('says again what it said, and adds nothing; another term is another contract', async () => {
  const residentId = await desk.known();
  const [first] = await send([desk.signing(residentId)]);
  const again = await send([desk.signing(residentId), desk.signing(residentId, { years: 2 })]);
  expect(again.map(({ status, id }) => [status, id])).toEqual([
    ['unchanged', first!.id],
    ['refused', undefined],
  ]);
  expect(await toldOf(residentId)).toHaveLength(1);
});

it('takes all or none, and tries without writing', async () => {
  const residentId = await desk.known();
  expect(await send([desk.signing(residentId)], '?dryRun=true')).toMatchObject([{ status: 'created' }]);
  const none = await send([desk.signing(residentId), desk.signing(newId())], '?atomic=true');
  expect(none.map(({ status }) => status)).toEqual(['refused', 'refused']);
  expect(await toldOf(residentId)).toEqual([]);
});

it('ends at once what the resident does not live to see', async () => {
  const residentId = await desk.known({ diedOn: '2026-06-20' });
  expect(await send([desk.signing(residentId)])).toMatchObject([{ status: 'created' }]);
  const rows = await desk.service.query('select terminated_on from contract where resident_id = $1', [residentId]);
  expect(rows).toEqual([{ terminated_on: '2026-06-20' }]);
});

it('keeps to the panel: of two uploads at once that would both fill it, no person too many comes under contract', async () => {
  const limit = 2_000;
  const [{ n: before } = { n: 0 }] = await desk.service.query<{ n: number }>(
    `select count(*)::int as n from contract where leader_practitioner_code = 'D-GP2' and in_force @> date '2026-06-10'`,
  );
  const people = await desk.knownMany(limit - before + 40);
  const lineOf = (residentId: string) => desk.signing(residentId, { teamId: desk.neighbourTeamId });
  const halves = [people.filter((_, index) => index % 2 === 0), people.filter((_, index) => index % 2 === 1)];
  const answers = (await Promise.all(halves.map((half) => send(half.map(lineOf), '', desk.neighbour)))).flat();
  expect(answers.filter(({ status }) => status === 'created')).toHaveLength(limit - before);
  const refused = answers.filter(({ status }) => status === 'refused');
  expect(refused).toHaveLength(40);
  expect(refused.every(({ errors }) => errors?.[0]?.code === 'contracts.contract.panel-full')).toBe(true);
}, 60_000);

it('is refused to a township for the team of another', async () => {
  const [line] = await send([desk.signing(await desk.known())], '', desk.neighbour);
  expect(line).toMatchObject({ status: 'refused', errors: [{ code: expect.stringMatching(/team-/), pointer: '/teamId' }] });
});
