import { describe, expect, it } from '@jest/globals';
import { InvariantViolated } from '@yigongti/kernel';
import { clinic, hospital } from '../../../../test/fixtures/institutions.ts';
import { refusalsOf } from '../../../../test/fixtures/refusals.ts';
import {
  actOf,
  aDraft,
  anAccepted,
  anArrived,
  aPending,
  uuid,
  waitingForDown,
  wayDown,
  wayUp,
  withOutcome,
} from '../../../../test/fixtures/referrals.ts';
import { awaitsFollowUp, closeLoop, endsWithDeath, parentAfter } from './closing.ts';
import { noDownNeeded, openDown } from '../outcome.ts';
import { rejectReferral } from '../reception.ts';
import type { Referral, SentReferral } from '../referral.ts';

const receiver = actOf(hospital);
const plan = { dueInDays: 14, programme: null, instructionCode: 'GENERAL' };
const home = { homeInstitutionCode: clinic.institutionCode, diedOn: null };
const closing = { cause: 'FOLLOW_UP_DONE', followUpTaskId: uuid(400) } as const;
const aDown = (make: typeof aPending = aPending) => make(wayDown, uuid(200), uuid(100));

describe('after the outcome', () => {
  it('a way down is opened, and the parent waits for its follow-up', () => {
    const { referral, facts } = openDown(withOutcome(), uuid(200), receiver);
    expect(referral).toMatchObject({ status: 'FOLLOW_UP', downReferralId: uuid(200) });
    expect(facts).toEqual([{ kind: 'down-opened', downReferralId: uuid(200) }]);
  });

  it.each(['HEALED', 'STAYS'] as const)('%s: the home unit is asked to follow up', (reason) => {
    const { referral, facts } = noDownNeeded(withOutcome(), { reason, followUpPlan: plan, ...home }, receiver);
    expect(referral).toMatchObject({ status: 'FOLLOW_UP', noDownReason: reason, downReferralId: null });
    expect(facts).toEqual([{ kind: 'follow-up-requested', reason, followUpPlan: plan, homeInstitutionCode: 'V0101' }]);
  });

  it('a death closes it', () => {
    const { referral, facts } = noDownNeeded(withOutcome(wayUp, 'DIED'), { reason: 'DIED' }, receiver);
    expect(referral.status).toBe('CLOSED');
    expect(facts).toEqual([{ kind: 'closed', closing: { cause: 'DIED', followUpTaskId: null } }]);
  });

  it('who died goes nowhere and is not followed up', () => {
    const died = withOutcome(wayUp, 'DIED');
    expect(refusalsOf(() => openDown(died, uuid(200), receiver))).toEqual(['patient-died']);
    expect(refusalsOf(() => noDownNeeded(died, { reason: 'STAYS', followUpPlan: plan, ...home }, receiver))).toEqual([
      'patient-died /reason',
    ]);
  });

  it.each([
    ['no plan', null, 'element-missing /followUpPlan'],
    ['no day', { ...plan, dueInDays: 0 }, 'follow-up-due-out-of-range /followUpPlan/dueInDays'],
    ['too many days', { ...plan, dueInDays: 366 }, 'follow-up-due-out-of-range /followUpPlan/dueInDays'],
  ])('a follow-up with %s is refused', (_, followUpPlan, expected) => {
    expect(refusalsOf(() => noDownNeeded(withOutcome(), { reason: 'HEALED', followUpPlan, ...home }, receiver))).toEqual([
      expected,
    ]);
  });

  it('a down-referral opens no other, and asks for no second follow-up', () => {
    const down = withOutcome(wayDown);
    expect(refusalsOf(() => openDown(down, uuid(300), actOf(clinic)))).toEqual(['not-in-this-state']);
    expect(refusalsOf(() => noDownNeeded(down, { reason: 'HEALED', followUpPlan: plan, ...home }, actOf(clinic)))).toEqual([
      'not-in-this-state',
    ]);
  });
});

describe('the completed follow-up', () => {
  it.each([
    ['ACCEPTED', aDown(anAccepted as typeof aPending)],
    ['ARRIVED', aDown(anArrived)],
    ['OUTCOME_SENT', withOutcome(wayDown)],
  ])('closes a down-referral from %s', (status, down) => {
    expect(down.status).toBe(status);
    expect(awaitsFollowUp(down)).toBe(true);
    expect(closeLoop(down, closing).referral).toMatchObject({ status: 'CLOSED', closing });
  });

  it('closes its parent with the same task', () => {
    const down = closeLoop(aDown(anArrived), closing).referral;
    const { referral, facts } = parentAfter(down, waitingForDown())!;
    expect(referral).toMatchObject({ status: 'CLOSED', closing });
    expect(facts).toEqual([{ kind: 'closed', closing }]);
  });

  it('told of twice finds nothing more to close', () => {
    const closed = closeLoop(aDown(anArrived), closing).referral;
    expect(awaitsFollowUp(closed)).toBe(false);
  });

  it('closes no referral that still waits for its receiver', () => {
    expect(awaitsFollowUp(aDown())).toBe(false);
    expect(awaitsFollowUp(anArrived())).toBe(false);
    expect(awaitsFollowUp(waitingForDown())).toBe(false);
  });
});

describe('a death', () => {
  const atHome = noDownNeeded(withOutcome(), { reason: 'STAYS', followUpPlan: plan, ...home }, receiver).referral;
  const draft = aDraft(wayDown, uuid(200), uuid(100));
  it.each<[string, Referral, Referral | null, boolean]>([
    ['ends the wait for a follow-up at home', atHome, null, true],
    ['ends a way down that was accepted', aDown(anAccepted as typeof aPending), null, true],
    ['ends a way down on which the patient came', aDown(anArrived), null, true],
    ['ends the wait for a way down that was never sent', waitingForDown(), draft, true],
    ['leaves a way down that waits for its receiver to him', waitingForDown(), aDown(), false],
    ['leaves that one itself to him as well', aDown(), null, false],
    ['leaves who is on his way up to the two sides', anAccepted(), null, false],
    ['leaves the hospital to tell the outcome', anArrived(), null, false],
    ['leaves the hospital to say that nobody goes down', withOutcome(), null, false],
    ['says nothing to a draft', aDraft(), null, false],
  ])('%s', (_, referral, down, expected) => expect(endsWithDeath(referral, down)).toBe(expected));

  it('closes the way down and its parent, without a task', () => {
    const died = { cause: 'DIED', followUpTaskId: null } as const;
    const down = closeLoop(aDown(anAccepted as typeof aPending), died).referral;
    expect(down).toMatchObject({ status: 'CLOSED', closing: died, expectedBy: null });
    expect(parentAfter(down, waitingForDown())?.referral).toMatchObject({ status: 'CLOSED', closing: died });
  });

  it('that closed the parent leaves it closed, whatever becomes of the draft', () => {
    const parent = closeLoop(waitingForDown(), { cause: 'DIED', followUpTaskId: null }).referral;
    expect(parentAfter(closeLoop(aDown(anArrived), closing).referral, parent)).toBeNull();
  });

  it('known to the registry asks nobody to follow up', () => {
    const dead = { reason: 'STAYS', followUpPlan: plan, ...home, diedOn: '2026-06-05' } as const;
    expect(refusalsOf(() => noDownNeeded(withOutcome(), dead, receiver))).toEqual(['resident-died /reason']);
  });
});

describe('a down-referral that comes to nothing', () => {
  const rejected = () => rejectReferral(aDown(), { reasonCode: 'NO_CAPACITY', comment: null }, actOf(clinic)).referral;

  it('returns its parent to the outcome, and another may be opened', () => {
    const { referral, facts } = parentAfter(rejected(), waitingForDown())!;
    expect(referral).toMatchObject({ status: 'OUTCOME_SENT', downReferralId: null });
    expect(facts).toEqual([{ kind: 'down-returned', downReferralId: uuid(200), reason: 'REJECTED' }]);
    expect(openDown(referral, uuid(201), receiver).referral.status).toBe('FOLLOW_UP');
  });

  it('never touches a parent that did not open it, nor one while it goes on', () => {
    expect(() => parentAfter(rejected(), waitingForDown(uuid(201)))).toThrow(InvariantViolated);
    expect(() => parentAfter(aDown(anArrived) as SentReferral, waitingForDown())).toThrow(InvariantViolated);
  });
});
