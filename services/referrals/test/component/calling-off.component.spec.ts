import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { referralCancelled, referralNoShow, referralWithdrawn } from '@yigongti/events';
import type { CapacityView } from '../../src/capacity/capacity-view.ts';
import type { ReferralView } from '../../src/referral/referral-view.ts';
import { HospitalSystems, morning, reasons, root, wayDown, type Answer } from '../fixtures/hospital-systems.ts';

let systems: HospitalSystems;
beforeAll(async () => {
  systems = await HospitalSystems.start();
});
afterAll(() => systems.service.close());

const read = async ({ referralId }: ReferralView) => ((await systems.hospital.get(`${root}/${referralId}`)) as Answer).body;
const outcomeOf = (answer: Answer) => [answer.status, reasons(answer)];
const last = async (referral: ReferralView) => (await systems.told(referral.referralId)).at(-1);
const capacities = '/referrals/v1/capacities';
const bed = async (capacityId: string) => (await systems.hospital.get<CapacityView>(`${capacities}/${capacityId}`)).body;
const openBed = async () => {
  const beds = { departmentCode: 'CARDIO', kind: 'BED', from: '2026-06-01', to: '2026-06-30', total: 1, occurredAt: morning };
  return (await systems.hospital.post<CapacityView>(capacities, beds)).body.capacityId;
};
const declined = { reasonCode: 'PATIENT_DECLINED', byPatient: true };

describe('a withdrawal', () => {
  it('ends what waits, with its reason, and lets another be sent', async () => {
    const residentId = await systems.resident();
    const pending = await systems.pending(residentId);
    const withdrawn = await systems.must(systems.step(systems.township, pending, 'withdraw', declined));
    expect(withdrawn).toMatchObject({
      status: 'WITHDRAWN',
      callOff: { calledOffBy: 'PATIENT', reasonCode: 'PATIENT_DECLINED', comment: null },
      replyDueAt: null,
      expiresAt: null,
      allowedActions: [],
    });
    const [event] = (await systems.service.published(referralWithdrawn)).filter(({ key }) => key === pending.referralId);
    expect(event!.data).toMatchObject({ calledOffBy: 'PATIENT', reasonCode: 'PATIENT_DECLINED' });
    expect((await systems.pending(residentId)).status).toBe('PENDING_RECEIVER');
  });

  it('of a way down returns its parent to the outcome', async () => {
    const { parent, down } = await systems.waitingForDown(await systems.resident());
    await systems.must(systems.step(systems.hospital, down, 'withdraw', { reasonCode: 'ENTERED_IN_ERROR' }));
    expect(await read(parent)).toMatchObject({ status: 'OUTCOME_SENT', downReferralId: null });
    expect(await last(parent)).toBe(`${parent.version + 1} down-returned`);
  });

  it('is refused for a reason that nobody knows, and for who is not the sender', async () => {
    const pending = await systems.pending(await systems.resident());
    const unknown = await systems.step(systems.township, pending, 'withdraw', { reasonCode: 'WHIM', byPatient: 'yes' });
    expect([unknown.status, unknown.body.errors.map(({ pointer }) => pointer).sort()]).toEqual([
      400,
      ['/byPatient', '/reasonCode'],
    ]);
    expect(outcomeOf(await systems.step(systems.hospital, pending, 'withdraw', declined))).toEqual([403, ['not-your-step']]);
    expect((await read(pending)).version).toBe(pending.version);
  });
});

describe('a cancellation', () => {
  it.each(['township', 'hospital'] as const)('by the %s gives the bed back in the same commit', async (side) => {
    const capacityId = await openBed();
    const accepted = await systems.accepted(await systems.resident(), { capacityId });
    const body = { reasonCode: 'OTHER', comment: '改日再约' };
    const cancelled = await systems.must(systems.step(systems[side], accepted, 'cancel', body));
    const calledOffBy = side === 'township' ? 'SENDER' : 'RECEIVER';
    expect(cancelled).toMatchObject({ status: 'CANCELLED', callOff: { calledOffBy, ...body }, expectedBy: null });
    expect(await bed(capacityId)).toMatchObject({ held: 0, free: 1 });
    expect(await systems.told(capacityId)).toEqual(['1 opened', '2 held', '3 released']);
    const [event] = (await systems.service.published(referralCancelled)).filter(({ key }) => key === accepted.referralId);
    expect(event!.data).toMatchObject({ calledOffBy, reasonCode: 'OTHER' });
    expect(JSON.stringify(event)).not.toContain('改日再约');
  });

  it('of a way down returns its parent, whose next way down is another one', async () => {
    const { parent, down } = await systems.waitingForDown(await systems.resident());
    const days = { start: '2026-06-02', end: '2026-06-02' };
    const accepted = await systems.must(systems.step(systems.village, down, 'accept', days));
    await systems.must(systems.step(systems.village, accepted, 'cancel', declined));
    const returned = await read(parent);
    expect(returned.status).toBe('OUTCOME_SENT');
    const again = await systems.must(systems.step(systems.hospital, returned, 'open-down', wayDown));
    expect(again.downReferralId).not.toBe(down.referralId);
  });

  it('comes once: of twenty at once one cancels, and a repeat of its key gets its answer', async () => {
    const capacityId = await openBed();
    const accepted = await systems.accepted(await systems.resident(), { capacityId });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        systems.step(n % 2 ? systems.township : systems.hospital, accepted, 'cancel', { reasonCode: 'OTHER' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 412)]);
    expect(await bed(capacityId)).toMatchObject({ held: 0, free: 1, version: 3 });
  });
});

describe('a patient who did not come', () => {
  it('is expected for a day after the window; then the receiver says so', async () => {
    const capacityId = await openBed();
    const accepted = await systems.accepted(await systems.resident(), { capacityId });
    expect(accepted.expectedBy).toBe('2026-06-10T00:00:00.000+08:00');
    const early = { occurredAt: '2026-06-09T23:59:59+08:00' };
    expect(outcomeOf(await systems.step(systems.hospital, accepted, 'mark-no-show', early))).toEqual([422, ['still-expected']]);
    const missed = { occurredAt: '2026-06-10T00:00:00+08:00' };
    expect((await systems.must(systems.step(systems.hospital, accepted, 'mark-no-show', missed))).status).toBe('NO_SHOW');
    expect(await bed(capacityId)).toMatchObject({ held: 0, free: 1 });
    const [event] = (await systems.service.published(referralNoShow)).filter(({ key }) => key === accepted.referralId);
    expect(event!.data).toMatchObject({ expectedBy: accepted.expectedBy, markedBy: 'RECEIVER' });
  });
});
