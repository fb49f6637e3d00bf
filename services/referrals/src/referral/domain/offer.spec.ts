import { describe, expect, it } from '@jest/globals';
import { hospital, township } from '../../../test/fixtures/institutions.ts';
import { refusalsOf } from '../../../test/fixtures/refusals.ts';
import { actOf, aPending, uuid, wayDown } from '../../../test/fixtures/referrals.ts';
import { agreeToOffer, counterOffer, refuseOffer, type Offering } from './offer.ts';
import { confirmArrival } from './reception.ts';

const receiver = actOf(hospital);
const sender = actOf(township);
const later: Offering = {
  start: '2026-06-10',
  end: '2026-06-12',
  departmentCode: null,
  toInstitutionCode: null,
  capacityId: null,
  comment: null,
};
const offer = (changes: Partial<Offering> = {}) => counterOffer(aPending(), { ...later, ...changes }, receiver);
const offered = (changes: Partial<Offering> = {}) => offer(changes).referral;

describe('a counter-offer', () => {
  it('waits for the sender, whose time begins', () => {
    const { referral, facts } = offer({ capacityId: uuid(300), departmentCode: 'ENDO' });
    const said = { ...later, offeredAt: receiver.at, capacityId: uuid(300), departmentCode: 'ENDO' };
    expect(referral).toMatchObject({
      status: 'COUNTER_OFFERED',
      acceptance: null,
      counterOffer: said,
      submission: { replyDueAt: '2026-06-02T12:00:00.000+08:00', expiresAt: '2026-06-03T12:00:00.000+08:00' },
    });
    expect(facts).toEqual([{ kind: 'counter-offered', counterOffer: said }]);
  });

  it.each<[string, Partial<Offering>, string[]]>([
    ['other days', {}, []],
    ['days that reach beyond the window', { start: '2026-06-08', end: '2026-06-09' }, []],
    ['another department', { start: '2026-06-02', end: '2026-06-03', departmentCode: 'ENDO' }, []],
    ['another institution', { start: '2026-06-02', end: '2026-06-03', toInstitutionCode: 'H02' }, []],
    ['just what was asked for', { start: '2026-06-02', end: '2026-06-08' }, ['offer-of-nothing-else']],
    ['today', { start: '2026-06-01', end: '2026-06-01' }, []],
    ['yesterday', { start: '2026-05-31', end: '2026-06-01' }, ['offer-in-the-past /start']],
    ['days backwards, and past', { start: '2026-05-31', end: '2026-05-30' }, ['days-reversed /end', 'offer-in-the-past /start']],
  ])('of %s', (_, changes, expected) => expect(refusalsOf(() => offer(changes))).toEqual(expected));

  it('of the department that was asked for is nothing else', () => {
    const pending = aPending();
    const asked = { ...pending, elements: { ...pending.elements, toDepartmentCode: 'CARDIO' } };
    const same = { ...later, start: '2026-06-02', end: '2026-06-03', departmentCode: 'CARDIO' };
    expect(refusalsOf(() => counterOffer(asked, same, receiver))).toEqual(['offer-of-nothing-else']);
  });
});

describe('the agreement', () => {
  it('accepts on the offered days, in the offered department, until after the last of them', () => {
    const { referral, facts } = agreeToOffer(offered({ departmentCode: 'ENDO', capacityId: uuid(300) }), null, sender);
    const acceptance = { acceptedAt: sender.at, start: '2026-06-10', end: '2026-06-12', capacityId: uuid(300) };
    expect(referral).toMatchObject({
      status: 'ACCEPTED',
      acceptance,
      elements: { toDepartmentCode: 'ENDO', windowStart: '2026-06-02', windowEnd: '2026-06-08' },
      expectedBy: '2026-06-14T00:00:00.000+08:00',
      submission: { replyDueAt: null, expiresAt: null },
    });
    expect(facts).toEqual([{ kind: 'accepted', acceptance, followUpPlan: null }]);
  });

  it('keeps the department that was asked for where the offer names none', () => {
    const pending = aPending();
    const asked = { ...pending, elements: { ...pending.elements, toDepartmentCode: 'CARDIO' } };
    const agreed = agreeToOffer(counterOffer(asked, later, receiver).referral, null, sender);
    expect(agreed.referral.elements.toDepartmentCode).toBe('CARDIO');
  });

  it.each([
    ['the last day offered', '2026-06-12T23:59:00.000+08:00', []],
    ['the day after', '2026-06-13T00:00:00.000+08:00', ['offer-in-the-past']],
  ])('comes by %s', (_, at, expected) =>
    expect(refusalsOf(() => agreeToOffer(offered(), null, actOf(township, { at })))).toEqual(expected),
  );

  it('binds nobody who was not asked', () => {
    expect(refusalsOf(() => agreeToOffer(offered({ toInstitutionCode: 'H02' }), null, sender))).toEqual([
      'offer-of-another-institution',
    ]);
  });

  it.each([
    ['on the way up a death of a later day does not undo a late entry', 'UP', '2026-06-02', []],
    ['on the way up a death by that day does', 'UP', '2026-06-01', ['resident-died']],
    ['on the way down any death does', 'DOWN', '2026-06-02', ['resident-died']],
  ] as const)('%s', (_, direction, diedOn, expected) => {
    const referral = direction === 'UP' ? offered() : counterOffer(aPending(wayDown), later, actOf(wayDown.to)).referral;
    const act = direction === 'UP' ? sender : receiver;
    expect(refusalsOf(() => agreeToOffer(referral, diedOn, act))).toEqual(expected);
  });

  it('on days before the window lets the patient come on them', () => {
    const pending = aPending();
    const wished = { ...pending, elements: { ...pending.elements, windowStart: '2026-06-05' } };
    const early = { ...later, start: '2026-06-02', end: '2026-06-03' };
    const agreed = agreeToOffer(counterOffer(wished, early, receiver).referral, null, sender).referral;
    expect(confirmArrival(agreed, '2026-06-01', receiver).referral.status).toBe('ARRIVED');
    expect(refusalsOf(() => confirmArrival(agreed, '2026-05-31', receiver))).toEqual(['arrival-too-early']);
    expect(agreed.expectedBy).toBe('2026-06-10T00:00:00.000+08:00');
  });
});

it('a refused offer is gone: the receiver is asked again, with all of his time', () => {
  const at = '2026-06-02T08:00:00.000+08:00';
  const { referral, facts } = refuseOffer(offered(), actOf(township, { at }));
  expect(referral).toMatchObject({
    status: 'PENDING_RECEIVER',
    counterOffer: null,
    submission: { replyDueAt: '2026-06-03T08:00:00.000+08:00' },
  });
  expect(facts).toEqual([{ kind: 'counter-refused' }]);
});
