import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { referralExpired } from '@yigongti/events';
import type { TestClient } from '@yigongti/testing';
import type { CapacityView } from '../../src/capacity/capacity-view.ts';
import type { ReferralView } from '../../src/referral/referral-view.ts';
import { HospitalSystems, morning, root, type Answer } from '../fixtures/hospital-systems.ts';
import { copyReferrals } from '../fixtures/many.ts';

let systems: HospitalSystems;
let operator: TestClient;
beforeAll(async () => {
  systems = await HospitalSystems.start();
  operator = await systems.service.as('OPERATOR', 'B1', { scopes: ['referrals:admin'] });
});
afterAll(() => systems.service.close());

const read = async ({ referralId }: ReferralView) => ((await systems.hospital.get(`${root}/${referralId}`)) as Answer).body;
const capacities = '/referrals/v1/capacities';
const bed = async (capacityId: string) => (await systems.hospital.get<CapacityView>(`${capacities}/${capacityId}`)).body;
const openBed = async () => {
  const beds = { departmentCode: 'CARDIO', kind: 'BED', from: '2026-06-01', to: '2026-06-30', total: 1, occurredAt: morning };
  return (await systems.hospital.post<CapacityView>(capacities, beds)).body.capacityId;
};

describe('the sweeps', () => {
  const sweep = (name: string, asOf: string, occurredAt = '2026-06-20T08:00:00+08:00') =>
    operator.post<{ asOf: string; ended: number; errors: [] }>(`/referrals/v1/sweeps/${name}`, { asOf, occurredAt });

  it('end what lapsed and what was missed, to the second, once', async () => {
    const [routine, urgent] = [
      await systems.pending(await systems.resident()),
      await systems.pending(await systems.resident(), { urgency: 'URGENT' }),
    ];
    const draft = await systems.draft(systems.village, await systems.resident(), { practitionerCode: 'D-V1' });
    const reviewed = await systems.must(systems.step(systems.village, draft, 'submit'));
    const capacityId = await openBed();
    const accepted = await systems.accepted(await systems.resident(), { capacityId });
    const { parent, down } = await systems.waitingForDown(await systems.resident());
    const taken = await systems.waitingForDown(await systems.resident());
    const days = { start: '2026-06-02', end: '2026-06-02' };
    const atHome = await systems.must(systems.step(systems.village, taken.down, 'accept', days));
    const count = async (name: string, asOf: string) => (await sweep(name, asOf)).body.ended;

    expect(await count('expire-referrals', '2026-06-01T13:29:59+08:00')).toBe(0);
    expect(await count('expire-referrals', '2026-06-01T13:30:00+08:00')).toBe(1);
    expect(await read(urgent)).toMatchObject({ status: 'EXPIRED', version: urgent.version + 1 });
    expect(await count('expire-referrals', '2026-06-03T01:29:59Z')).toBe(0);
    expect(await count('expire-referrals', '2026-06-03T01:30:00Z')).toBe(3);
    expect(await count('expire-referrals', '2026-06-20T08:00:00+08:00')).toBe(0);
    const expired = (await systems.service.published(referralExpired)).map(({ key, data }) => [key, data.lapsedWith]);
    expect(expired.sort()).toEqual(
      [
        [routine.referralId, 'RECEIVER'],
        [urgent.referralId, 'RECEIVER'],
        [reviewed.referralId, 'REVIEWER'],
        [down.referralId, 'RECEIVER'],
      ].sort(),
    );
    expect(await read(parent)).toMatchObject({ status: 'OUTCOME_SENT', downReferralId: null });

    expect(await count('mark-no-shows', '2026-06-09T23:59:59+08:00')).toBe(0);
    expect(await count('mark-no-shows', '2026-06-10T00:00:00+08:00')).toBe(1);
    expect(await count('mark-no-shows', '2026-06-20T08:00:00+08:00')).toBe(0);
    expect(await read(accepted)).toMatchObject({ status: 'NO_SHOW' });
    expect(await bed(capacityId)).toMatchObject({ held: 0, free: 1 });
    // Its follow-up finds the patient at home: no clock ends an accepted way down.
    expect((await read(atHome)).status).toBe('ACCEPTED');
  });

  it('go through many in bites, each once', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 11; n += 1) ids.push((await systems.pending(await systems.resident())).referralId);
    // More than one bite of rows that are due, as a county's Monday morning has them.
    await copyReferrals(systems.service, ids, 40);
    expect((await sweep('expire-referrals', '2026-06-20T08:00:00+08:00')).body.ended).toBe(11 * 41);
    expect((await sweep('expire-referrals', '2026-06-20T08:00:00+08:00')).body.ended).toBe(0);
  });

  it('are not ahead of their own time, and say one thing under one key', async () => {
    const ahead = (await sweep('mark-no-shows', '2026-06-20T08:00:01+08:00')) as unknown as Answer;
    expect([ahead.status, ahead.body.errors[0]]).toEqual([
      422,
      expect.objectContaining({ code: 'referrals.sweep.ahead-of-time', pointer: '/asOf' }),
    ]);
    const wrong = (await sweep('expire-referrals', '2026-06-31T08:00:00+08:00')) as unknown as Answer;
    expect([wrong.status, wrong.body.errors.map(({ pointer }) => pointer)]).toEqual([400, ['/asOf']]);
  });

  it('are the operator’s', async () => {
    const body = { asOf: morning, occurredAt: morning };
    expect((await systems.hospital.post('/referrals/v1/sweeps/expire-referrals', body)).status).toBe(403);
  });
});
