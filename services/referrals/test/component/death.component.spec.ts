import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { referralClosed } from '@yigongti/events';
import type { CapacityView } from '../../src/capacity/capacity-view.ts';
import type { ReferralView } from '../../src/referral/referral-view.ts';
import { HospitalSystems, morning, reasons, root, wayDown, type Answer } from '../fixtures/hospital-systems.ts';
import { followedUp, resident } from '../fixtures/told.ts';

let systems: HospitalSystems;
beforeAll(async () => {
  systems = await HospitalSystems.start();
});
afterAll(() => systems.service.close());

const days = { start: '2026-06-02', end: '2026-06-02' };
const read = async (referralId: string) => ((await systems.hospital.get(`${root}/${referralId}`)) as Answer).body;
const statusOf = async (...referrals: ReferralView[]) =>
  Promise.all(referrals.map(async ({ referralId }) => (await read(referralId)).status));
const death = (residentId: string, diedOn = '2026-06-05') => resident(residentId, { diedOn }, 2);
const died = (residentId: string) => systems.service.publish(death(residentId));
const outcomeOf = (answer: Answer) => [answer.status, reasons(answer)];

describe('a death', () => {
  it('closes an accepted way down and its parent, once, whatever is told again', async () => {
    const residentId = await systems.resident();
    const { parent, down } = await systems.waitingForDown(residentId);
    const accepted = await systems.must(systems.step(systems.village, down, 'accept', days));
    const event = death(residentId);
    await systems.service.publish(event);
    await systems.service.publish(event);
    expect(await read(down.referralId)).toMatchObject({
      status: 'CLOSED',
      closing: { cause: 'DIED', followUpTaskId: null },
      version: accepted.version + 1,
      expectedBy: null,
    });
    expect(await read(parent.referralId)).toMatchObject({ status: 'CLOSED', closing: { cause: 'DIED' } });
    const closed = (await systems.service.published(referralClosed)).filter(({ data }) => data.residentId === residentId);
    expect(closed.map(({ data }) => data.cause)).toEqual(['DIED', 'DIED']);
    for (const { headers } of closed) expect(headers).toMatchObject({ ce_causationid: event.eventId });
    // The task of the home unit, completed at the same time, finds nothing more to close.
    await systems.service.publish(followedUp(residentId, down.referralId));
    expect((await read(down.referralId)).version).toBe(accepted.version + 1);
  });

  it('closes the wait for a follow-up at home, and for a way down that was never sent', async () => {
    const [atHome, unsent] = [await systems.resident(), await systems.resident()];
    const staying = { reason: 'STAYS', followUpPlan: {} };
    const waiting = await systems.must(
      systems.step(systems.hospital, await systems.withOutcome(atHome), 'no-down-needed', staying),
    );
    const parent = await systems.must(systems.step(systems.hospital, await systems.withOutcome(unsent), 'open-down', wayDown));
    await died(atHome);
    await died(unsent);
    expect(await statusOf(waiting, parent)).toEqual(['CLOSED', 'CLOSED']);
    expect((await read(parent.downReferralId!)).status).toBe('DRAFT');
  });

  it('leaves the rest to whoever has it before him, with the death as a reason', async () => {
    const residentId = await systems.resident();
    const { parent, down } = await systems.waitingForDown(residentId);
    const pending = await systems.pending(residentId, { windowStart: '2026-06-20', windowEnd: '2026-06-22' });
    await died(residentId);
    expect(await statusOf(parent, down, pending)).toEqual(['FOLLOW_UP', 'PENDING_RECEIVER', 'PENDING_RECEIVER']);
    expect(outcomeOf(await systems.step(systems.village, down, 'accept', days))).toEqual([422, ['resident-died']]);
    await systems.must(systems.step(systems.village, down, 'reject', { reasonCode: 'PATIENT_DIED' }));
    const returned = await read(parent.referralId);
    const staying = { reason: 'STAYS', followUpPlan: {} };
    expect(outcomeOf(await systems.step(systems.hospital, returned, 'no-down-needed', staying))).toEqual([
      422,
      ['resident-died /reason'],
    ]);
    expect((await systems.step(systems.hospital, returned, 'no-down-needed', { reason: 'DIED' })).body.status).toBe('CLOSED');
    const gone = await systems.must(systems.step(systems.township, pending, 'withdraw', { reasonCode: 'PATIENT_DIED' }));
    expect(gone.status).toBe('WITHDRAWN');
  });

  it('at the very moment of the acceptance leaves no loop open', async () => {
    const pairs = await Promise.all(Array.from({ length: 12 }, async () => systems.waitingForDown(await systems.resident())));
    const answers = await Promise.all(
      pairs.flatMap(({ down }, n) => {
        const accepting = () => systems.step(systems.village, down, 'accept', days);
        const dying = () => died(down.residentId);
        return n % 2 ? [accepting(), dying()] : [dying(), accepting()];
      }),
    );
    expect(answers.length).toBe(24);
    for (const { parent, down } of pairs) {
      const now = [(await read(parent.referralId)).status, (await read(down.referralId)).status].join(' ');
      // Accepted before the news: closed by it. After the news: refused, and still with its receiver.
      expect(['CLOSED CLOSED', 'FOLLOW_UP PENDING_RECEIVER']).toContain(now);
    }
  });

  it('gives the slot back that was held', async () => {
    const residentId = await systems.resident({ homeInstitutionCode: 'T1' });
    const slots = { departmentCode: 'GP', kind: 'SLOT', from: '2026-06-01', to: '2026-06-30', total: 1, occurredAt: morning };
    const { capacityId } = (await systems.township.post<CapacityView>('/referrals/v1/capacities', slots)).body;
    const { down } = await systems.waitingForDown(residentId);
    await systems.must(systems.step(systems.township, down, 'accept', { ...days, capacityId }));
    await systems.service.publish(resident(residentId, { homeInstitutionCode: 'T1', diedOn: '2026-06-05' }, 2));
    expect(await systems.told(capacityId)).toEqual(['1 opened', '2 held', '3 released']);
  });
});
