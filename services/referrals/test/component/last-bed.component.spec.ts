import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CapacityView } from '../../src/capacity/capacity-view.ts';
import type { ReferralView } from '../../src/referral/referral-view.ts';
import { HospitalSystems, morning, reasons, root, type Answer } from '../fixtures/hospital-systems.ts';

const thousand = 1000;
const stay = { start: '2026-06-02', end: '2026-06-03' };
const capacities = '/referrals/v1/capacities';

let systems: HospitalSystems;
let waiting: ReferralView[];
beforeAll(async () => {
  systems = await HospitalSystems.start();
  waiting = [];
  for (let n = 0; n < thousand; n += 20) {
    const more = Array.from({ length: 20 }, async () => systems.pending(await systems.resident()));
    waiting.push(...(await Promise.all(more)));
  }
}, 180_000);
afterAll(() => systems.service.close());

const counted = (answers: Answer[]) => {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const key = [answer.status, ...(answer.status === 200 ? [] : reasons(answer))].join(' ');
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
};

it('a thousand accept at once for one bed: one wins, the others are told, nothing is doubled', async () => {
  const bed = { departmentCode: 'ICU', kind: 'BED', from: '2026-06-01', to: '2026-06-30', total: 1, occurredAt: morning };
  const { capacityId } = (await systems.hospital.post<CapacityView>(capacities, bed)).body;
  const answers = await Promise.all(
    waiting.map((referral) => systems.step(systems.hospital, referral, 'accept', { ...stay, capacityId })),
  );
  expect(counted(answers)).toEqual({ 200: 1, '409 exhausted /capacityId': thousand - 1 });
  const shown = (await systems.hospital.get<CapacityView>(`${capacities}/${capacityId}`)).body;
  expect(shown).toMatchObject({ held: 1, consumed: 0, free: 0, version: 2 });
  expect(await systems.told(capacityId)).toEqual(['1 opened', '2 held']);
  const winner = answers.find(({ status }) => status === 200)!.body;
  const [figures] = await systems.service.query<Record<string, unknown>>(
    `select (select count(*)::int from capacity_hold where capacity_id = $1) as holds,
       (select count(*)::int from referral where status = 'ACCEPTED') as accepted,
       (select count(*)::int from referral where status = 'PENDING_RECEIVER' and version = 3) as untouched,
       (select count(*)::int from command_key where answer::text like '%ACCEPTED%') as answers,
       (select count(*)::int from audit where action = 'accept') as audited`,
    [capacityId],
  );
  expect(figures).toEqual({ holds: 1, accepted: 1, untouched: thousand - 1, answers: 1, audited: 1 });
  expect(await systems.told(winner.referralId)).toEqual(['1 drafted', '2 submitted', '3 sent-to-receiver', '4 accepted']);
}, 180_000);

it('a thousand accept one referral at once: one wins, and the bed is held once', async () => {
  const beds = { departmentCode: 'ICU', kind: 'BED', from: '2026-06-01', to: '2026-06-30', total: 50, occurredAt: morning };
  const { capacityId } = (await systems.hospital.post<CapacityView>(capacities, beds)).body;
  const one = await systems.pending(await systems.resident());
  const answers = await Promise.all(
    Array.from({ length: thousand }, () => systems.step(systems.hospital, one, 'accept', { ...stay, capacityId })),
  );
  expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]));
  const shown = (await systems.hospital.get<CapacityView>(`${capacities}/${capacityId}`)).body;
  expect(shown).toMatchObject({ held: 1, free: 49, version: 2 });
  expect(((await systems.hospital.get(`${root}/${one.referralId}`)) as Answer).body.version).toBe(one.version + 1);
}, 180_000);
