import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { referralAccepted, referralCounterOffered } from '@yigongti/events';
import type { CapacityView } from '../../src/capacity/capacity-view.ts';
import type { ReferralView } from '../../src/referral/referral-view.ts';
import { HospitalSystems, morning, reasons, root, type Answer } from '../fixtures/hospital-systems.ts';

let systems: HospitalSystems;
beforeAll(async () => {
  systems = await HospitalSystems.start();
});
afterAll(() => systems.service.close());

const later = { start: '2026-06-10', end: '2026-06-12' };
const capacities = '/referrals/v1/capacities';
const beds = { departmentCode: 'ENDO', kind: 'BED', from: '2026-06-01', to: '2026-06-30', total: 1, occurredAt: morning };
const openBed = async (change = {}) =>
  (await systems.hospital.post<CapacityView>(capacities, { ...beds, ...change })).body.capacityId;
const bed = async (capacityId: string) => (await systems.hospital.get<CapacityView>(`${capacities}/${capacityId}`)).body;
const read = async ({ referralId }: ReferralView) => ((await systems.township.get(`${root}/${referralId}`)) as Answer).body;
const offered = async (change: object = {}) => {
  const pending = await systems.pending(await systems.resident());
  return systems.must(systems.step(systems.hospital, pending, 'counter-offer', { ...later, ...change }));
};
const outcomeOf = (answer: Answer) => [answer.status, reasons(answer)];

describe('a counter-offer', () => {
  it('is told, seen by the sender with what he may do, and holds nothing', async () => {
    const capacityId = await openBed();
    const body = { toDepartmentCode: 'ENDO', capacityId, comment: '本周床位已满' };
    const offer = await offered(body);
    expect(offer).toMatchObject({
      status: 'COUNTER_OFFERED',
      counterOffer: { ...later, departmentCode: 'ENDO', toInstitutionCode: null, capacityId, comment: '本周床位已满' },
      replyDueAt: '2026-06-02T09:30:00.000+08:00',
      expiresAt: '2026-06-03T09:30:00.000+08:00',
      allowedActions: [],
    });
    expect((await read(offer)).allowedActions).toEqual(['agree', 'refuse-offer', 'withdraw']);
    const [event] = (await systems.service.published(referralCounterOffered)).filter(({ key }) => key === offer.referralId);
    const said = { ...later, departmentCode: 'ENDO', capacityId, offeredInstitutionCode: null };
    expect(event).toMatchObject({ aggregateVersion: offer.version, data: said });
    expect(JSON.stringify(event)).not.toContain('本周床位已满');
    expect(await bed(capacityId)).toMatchObject({ held: 0, free: 1 });
    const audit = await systems.service.query('select action from audit where resident_id = $1 and action = $2', [
      offer.residentId,
      'counter-offer',
    ]);
    expect(audit).toHaveLength(1);
  });

  it('is refused with every reason at once, and changes nothing', async () => {
    const pending = await systems.pending(await systems.resident());
    const wrong = { start: '2026-05-31', end: '2026-05-30' };
    expect(outcomeOf(await systems.step(systems.hospital, pending, 'counter-offer', wrong))).toEqual([
      422,
      ['days-reversed /end', 'offer-in-the-past /start'],
    ]);
    const same = { start: '2026-06-03', end: '2026-06-04' };
    expect(outcomeOf(await systems.step(systems.hospital, pending, 'counter-offer', same))).toEqual([
      422,
      ['offer-of-nothing-else'],
    ]);
    expect(await read(pending)).toMatchObject({ status: 'PENDING_RECEIVER', version: pending.version, counterOffer: null });
    expect((await systems.told(pending.referralId)).length).toBe(pending.version);
  });

  it('names only beds that could be held, and institutions that could be asked', async () => {
    const slots = await openBed({ kind: 'SLOT', from: '2026-07-01', to: '2026-07-31' });
    const pending = await systems.pending(await systems.resident());
    const offer = (body: object) => systems.step(systems.hospital, pending, 'counter-offer', { ...later, ...body });
    expect(outcomeOf(await offer({ capacityId: slots }))).toEqual([
      422,
      ['of-other-kind /capacityId', 'not-on-those-days /capacityId'],
    ]);
    expect(outcomeOf(await offer({ toInstitutionCode: 'H9' }))).toEqual([422, ['institution-not-projected /toInstitutionCode']]);
    expect(outcomeOf(await offer({ toInstitutionCode: 'T1' }))).toEqual([
      422,
      ['direction-against-levels /direction', 'target-is-sender /toInstitutionCode'],
    ]);
    expect(outcomeOf(await offer({ toInstitutionCode: 'B1' }))).toEqual([422, ['gives-no-care /toInstitutionCode']]);
  });
});

describe('the agreement', () => {
  it('accepts, and takes the bed in the same commit', async () => {
    const capacityId = await openBed();
    const offer = await offered({ capacityId, toDepartmentCode: 'ENDO' });
    const agreed = await systems.must(systems.step(systems.township, offer, 'agree'));
    expect(agreed).toMatchObject({
      status: 'ACCEPTED',
      acceptance: { ...later, capacityId },
      toDepartmentCode: 'ENDO',
      expectedBy: '2026-06-14T00:00:00.000+08:00',
      replyDueAt: null,
      expiresAt: null,
    });
    expect(await bed(capacityId)).toMatchObject({ held: 1, free: 0 });
    const [event] = (await systems.service.published(referralAccepted)).filter(({ key }) => key === offer.referralId);
    expect(event!.data).toMatchObject({ ...later, capacityId, followUpPlan: null });
    expect((await systems.told(offer.referralId)).slice(-2)).toEqual(['4 counter-offered', '5 accepted']);
  });

  it('of two, one finds the last bed taken and still has its offer', async () => {
    const capacityId = await openBed();
    const offers = [await offered({ capacityId }), await offered({ capacityId })];
    const answers = await Promise.all(offers.map((offer) => systems.step(systems.township, offer, 'agree')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = offers[answers.findIndex(({ status }) => status === 409)]!;
    expect(reasons(answers.find(({ status }) => status === 409)!)).toEqual(['exhausted /capacityId']);
    expect(await read(late)).toMatchObject({ status: 'COUNTER_OFFERED', version: late.version });
    expect(await bed(capacityId)).toMatchObject({ held: 1 });
  });

  it('does not bind another institution', async () => {
    const offer = await offered({ start: '2026-06-03', end: '2026-06-03', toInstitutionCode: 'H2' });
    expect(outcomeOf(await systems.step(systems.township, offer, 'agree'))).toEqual([422, ['offer-of-another-institution']]);
    const withdrawn = { reasonCode: 'OTHER_RECEIVER' };
    expect((await systems.step(systems.township, offer, 'withdraw', withdrawn)).body.status).toBe('WITHDRAWN');
  });

  it('is the sender’s, with the version that he read', async () => {
    const offer = await offered();
    expect(outcomeOf(await systems.step(systems.hospital, offer, 'agree'))).toEqual([403, ['not-your-step']]);
    expect(outcomeOf(await systems.step(systems.otherTownship, offer, 'agree'))).toEqual([404, ['not-found']]);
    const stale = await systems.step(systems.township, { ...offer, version: offer.version - 1 }, 'agree');
    expect(stale.status).toBe(412);
  });
});

it('a refused offer goes back to the receiver, who may accept after all', async () => {
  const offer = await offered();
  const refused = await systems.must(systems.step(systems.township, offer, 'refuse-offer'));
  expect(refused).toMatchObject({ status: 'PENDING_RECEIVER', counterOffer: null });
  const accepted = await systems.must(
    systems.step(systems.hospital, refused, 'accept', { start: '2026-06-08', end: '2026-06-08' }),
  );
  expect(accepted.status).toBe('ACCEPTED');
  expect((await systems.told(offer.referralId)).slice(-3)).toEqual(['4 counter-offered', '5 counter-refused', '6 accepted']);
});
