import { describe, expect, it } from '@jest/globals';
import { clinic, hospital, township } from '../../../../test/fixtures/institutions.ts';
import { refusalsOf } from '../../../../test/fixtures/refusals.ts';
import {
  actOf,
  aDraft,
  anAccepted,
  anArrived,
  aPending,
  submitting,
  uuid,
  waitingForDown,
  wayDown,
  wayUpFromVillage,
} from '../../../../test/fixtures/referrals.ts';
import { cancelReferral, expireReferral, hasLapsed, markNoShow, wasMissed, withdrawReferral } from './calling-off.ts';
import { parentAfter } from './closing.ts';
import { counterOffer } from '../offer.ts';
import { holdEndsAs } from '../reception.ts';
import { submitReferral } from '../submission/submit.ts';
import { theSystem } from '../transitions.ts';

const why = { reasonCode: 'PATIENT_DECLINED', comment: null } as const;
const underReview = () =>
  submitReferral(aDraft(wayUpFromVillage), submitting(wayUpFromVillage), actOf(wayUpFromVillage.from)).referral;
const offered = () => {
  const elsewhere = { departmentCode: null, toInstitutionCode: null, capacityId: null, comment: null };
  return counterOffer(aPending(), { start: '2026-06-10', end: '2026-06-10', ...elsewhere }, actOf(hospital)).referral;
};
const aDown = (make: typeof aPending = aPending) => make(wayDown, uuid(200), uuid(100));

describe('a withdrawal', () => {
  it.each([
    ['under review', underReview, clinic],
    ['before the receiver', aPending, township],
    ['with an offer', offered, township],
  ] as const)('is the sender’s, %s', (_, make, by) => {
    const { referral, facts } = withdrawReferral(make(), { ...why, byPatient: false }, actOf(by));
    const callOff = { ...why, calledOffBy: 'SENDER' };
    expect(referral).toMatchObject({ status: 'WITHDRAWN', callOff, submission: { replyDueAt: null, expiresAt: null } });
    expect(facts).toEqual([{ kind: 'withdrawn', callOff }]);
  });

  it('tells when it is the patient’s wish', () => {
    const { referral } = withdrawReferral(aPending(), { ...why, byPatient: true }, actOf(township));
    expect(referral.callOff?.calledOffBy).toBe('PATIENT');
  });

  it('comes too late after the acceptance', () => {
    expect(refusalsOf(() => withdrawReferral(anAccepted(), { ...why, byPatient: false }, actOf(township)))).toEqual([
      'not-in-this-state',
    ]);
  });
});

describe('a cancellation', () => {
  it.each([
    ['SENDER', township, false],
    ['RECEIVER', hospital, false],
    ['PATIENT', hospital, true],
  ] as const)('by the %s gives the bed back', (calledOffBy, by, byPatient) => {
    const accepted = anAccepted(undefined, uuid(100), null, uuid(300));
    const { referral, facts } = cancelReferral(accepted, { ...why, byPatient }, actOf(by));
    expect(referral).toMatchObject({ status: 'CANCELLED', callOff: { ...why, calledOffBy }, expectedBy: null });
    expect(facts).toEqual([{ kind: 'cancelled', callOff: { ...why, calledOffBy } }]);
    expect(holdEndsAs(accepted, referral)).toBe('released');
  });

  it('comes too early before the acceptance, and too late after the arrival', () => {
    for (const referral of [aPending(), anArrived()])
      expect(refusalsOf(() => cancelReferral(referral, { ...why, byPatient: false }, actOf(township)))).toEqual([
        'not-in-this-state',
      ]);
  });
});

describe('a patient who did not come', () => {
  const lastMoment = '2026-06-09T23:59:59.999+08:00';
  const midnight = '2026-06-10T00:00:00.000+08:00';

  it('is expected until the end of the day after the window', () => {
    expect(anAccepted().expectedBy).toBe(midnight);
    expect(refusalsOf(() => markNoShow(anAccepted(), actOf(hospital, { at: lastMoment })))).toEqual(['still-expected']);
    const { referral, facts } = markNoShow(anAccepted(), actOf(hospital, { at: midnight }));
    expect(referral.status).toBe('NO_SHOW');
    expect(facts).toEqual([{ kind: 'no-show', expectedBy: midnight, markedBy: 'RECEIVER' }]);
  });

  it('is found by the clock at that instant, and told as found by it', () => {
    expect([wasMissed(anAccepted(), lastMoment), wasMissed(anAccepted(), midnight)]).toEqual([false, true]);
    expect(markNoShow(anAccepted(), { actor: theSystem, at: midnight }).facts).toMatchObject([{ markedBy: 'SYSTEM' }]);
  });

  it('is not found by the clock on the way down, nor before the acceptance or after the arrival', () => {
    const late = '2027-01-01T00:00:00.000+08:00';
    for (const referral of [anAccepted(wayDown), aPending(), anArrived(), aDraft()])
      expect(wasMissed(referral, late)).toBe(false);
  });
});

describe('an answer that does not come', () => {
  it.each([
    ['REVIEWER', underReview],
    ['RECEIVER', aPending],
    ['SENDER', offered],
  ] as const)('of the %s lets the referral lapse, at its instant and not before', (lapsedWith, make) => {
    const { expiresAt, replyDueAt } = make().submission;
    expect(hasLapsed(make(), replyDueAt!)).toBe(false);
    expect(hasLapsed(make(), '2026-06-03T11:59:59.999+08:00')).toBe(false);
    expect([hasLapsed(make(), expiresAt!), expiresAt]).toEqual([true, '2026-06-03T12:00:00.000+08:00']);
    const { referral, facts } = expireReferral(make());
    expect(referral).toMatchObject({ status: 'EXPIRED', submission: { replyDueAt: null, expiresAt: null } });
    expect(facts).toEqual([{ kind: 'expired', lapsedWith, replyDueAt }]);
  });

  it('is owed by nobody before the submission and after the acceptance', () => {
    const late = '2027-01-01T00:00:00.000+08:00';
    for (const referral of [aDraft(), anAccepted(), anArrived()]) expect(hasLapsed(referral, late)).toBe(false);
  });
});

describe('the end of a way down', () => {
  const accepted = aDown(anAccepted as typeof aPending);
  const byClinic = { ...why, byPatient: true };
  it.each([
    ['WITHDRAWN', withdrawReferral(aDown(), { ...why, byPatient: false }, actOf(hospital)).referral],
    ['EXPIRED', expireReferral(aDown()).referral],
    ['CANCELLED', cancelReferral(accepted, byClinic, actOf(clinic)).referral],
    ['NO_SHOW', markNoShow(accepted, actOf(clinic, { at: '2026-06-10T00:00:00.000+08:00' })).referral],
  ] as const)('as %s returns its parent to the outcome', (reason, down) => {
    const { referral, facts } = parentAfter(down, waitingForDown())!;
    expect(referral).toMatchObject({ status: 'OUTCOME_SENT', downReferralId: null });
    expect(facts).toEqual([{ kind: 'down-returned', downReferralId: uuid(200), reason }]);
  });
});
