import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CapacityView } from '../../src/capacity/capacity-view.ts';
import { HospitalSystems, morning, reasons, root, type Answer } from '../fixtures/hospital-systems.ts';
import { copyReferrals } from '../fixtures/many.ts';
import { newId } from '../fixtures/told.ts';

const capacities = '/referrals/v1/capacities';

let systems: HospitalSystems;
beforeAll(async () => {
  systems = await HospitalSystems.start();
});
afterAll(() => systems.service.close());

async function openBeds(total: number): Promise<string> {
  const beds = { departmentCode: 'ICU', kind: 'BED', from: '2026-06-01', to: '2026-06-30', total, occurredAt: morning };
  return (await systems.hospital.post<CapacityView>(capacities, beds)).body.capacityId;
}
const read = async (capacityId: string) => (await systems.hospital.get<CapacityView>(`${capacities}/${capacityId}`)).body;

interface Wish {
  readonly referralId: string;
  readonly capacityId: string;
  readonly key: string;
}

/** All at once; whoever is told that the service is busy comes again with the same key, as its clients do. */
async function acceptAtOnce(wishes: readonly Wish[], version: number): Promise<Answer[]> {
  const answers = await Promise.all(
    wishes.map(async ({ referralId, capacityId, key }): Promise<Answer> => {
      const body = { start: '2026-06-02', end: '2026-06-03', capacityId, occurredAt: morning };
      return systems.hospital.post(`${root}/${referralId}/accept`, body, { ifMatch: version, key });
    }),
  );
  const busy = wishes.filter((_, index) => answers[index]!.status === 503);
  const settled = answers.filter(({ status }) => status !== 503);
  return busy.length === 0 ? settled : [...settled, ...(await acceptAtOnce(busy, version))];
}

function counted(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const key = [answer.status, ...(answer.status === 200 ? [] : reasons(answer))].join(' ');
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

it('a thousand accept at once for one bed: one wins, the others are told, nothing is doubled', async () => {
  const first = await systems.pending(await systems.resident());
  const waiting = [first.referralId, ...(await copyReferrals(systems.service, [first.referralId], 999))];
  const capacityId = await openBeds(1);
  const wishes = waiting.map((referralId) => ({ referralId, capacityId, key: newId() }));
  const answers = await acceptAtOnce(wishes, first.version);
  expect(counted(answers)).toEqual({ 200: 1, '409 exhausted /capacityId': 999 });
  expect(await read(capacityId)).toMatchObject({ held: 1, consumed: 0, free: 0, version: 2 });
  expect(await systems.told(capacityId)).toEqual(['1 opened', '2 held']);
  const winner = answers.find(({ status }) => status === 200)!.body;
  expect((await systems.told(winner.referralId)).at(-1)).toBe('4 accepted');
  const [figures] = await systems.service.query<Record<string, unknown>>(
    `select (select count(*)::int from capacity_hold where capacity_id = $1) as holds,
       (select count(*)::int from referral where status = 'ACCEPTED') as accepted,
       (select count(*)::int from referral where status = 'PENDING_RECEIVER' and version = 3) as untouched,
       (select count(*)::int from command_key where answer::text like '%ACCEPTED%') as answers,
       (select count(*)::int from audit where action = 'accept') as audited`,
    [capacityId],
  );
  expect(figures).toEqual({ holds: 1, accepted: 1, untouched: 999, answers: 1, audited: 1 });
}, 120_000);

it('a hundred for ten beds fill them, no more and no fewer', async () => {
  const first = await systems.pending(await systems.resident());
  const waiting = [first.referralId, ...(await copyReferrals(systems.service, [first.referralId], 99))];
  const capacityId = await openBeds(10);
  const wishes = waiting.map((referralId) => ({ referralId, capacityId, key: newId() }));
  expect(counted(await acceptAtOnce(wishes, first.version))).toEqual({ 200: 10, '409 exhausted /capacityId': 90 });
  expect(await read(capacityId)).toMatchObject({ held: 10, free: 0, version: 11 });
}, 60_000);

it('a hundred accept one referral at once: one wins, and one bed is held', async () => {
  const capacityId = await openBeds(50);
  const { referralId, version } = await systems.pending(await systems.resident());
  const wishes = Array.from({ length: 100 }, () => ({ referralId, capacityId, key: newId() }));
  const answers = await acceptAtOnce(wishes, version);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 99 }, () => 412)]);
  expect(await read(capacityId)).toMatchObject({ held: 1, free: 49, version: 2 });
  expect((await systems.told(referralId)).length).toBe(version + 1);
}, 60_000);

it('a hundred times the same request at once, with one key, is one acceptance and one answer', async () => {
  const capacityId = await openBeds(50);
  const { referralId, version } = await systems.pending(await systems.resident());
  const key = newId();
  const answers = await acceptAtOnce(
    Array.from({ length: 100 }, () => ({ referralId, capacityId, key })),
    version,
  );
  const [taken] = answers.filter(({ status }) => status === 200);
  for (const answer of answers) {
    // Who came while the first was at work is told so; afterwards everybody gets its answer.
    if (answer.status === 200) expect(answer.body).toEqual(taken!.body);
    else expect([answer.status, answer.body.code]).toEqual([409, 'command.still-running']);
  }
  expect(await read(capacityId)).toMatchObject({ held: 1, version: 2 });
  const [again] = await acceptAtOnce([{ referralId, capacityId, key }], version);
  expect(again!.body).toEqual(taken!.body);
}, 60_000);
