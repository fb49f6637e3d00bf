import { describe, expect, it } from '@jest/globals';
import { hospital, township } from '../../../test/fixtures/institutions.ts';
import { refusalsOf } from '../../../test/fixtures/refusals.ts';
import {
  actOf,
  aDraft,
  actorOf,
  anAccepted,
  anArrived,
  aPending,
  policy,
  submitting,
  uuid,
  wayDown,
  wayUpFromVillage,
} from '../../../test/fixtures/referrals.ts';
import { acceptReferral, approveReferral, confirmArrival, holdEndsAs, openEncounter, rejectReferral } from './reception.ts';
import { submitReferral } from './submission/submit.ts';

const receiver = actOf(hospital);
const underReview = () =>
  submitReferral(aDraft(wayUpFromVillage), submitting(wayUpFromVillage), actOf(wayUpFromVillage.from)).referral;

describe('the review', () => {
  it('hands on to the receiver, whose time begins then', () => {
    const { referral, facts } = approveReferral(underReview(), actOf(township, { at: '2026-06-02T08:00:00.000+08:00' }));
    expect(facts).toEqual([{ kind: 'reviewed', reviewerInstitutionCode: 'T01' }]);
    expect(referral).toMatchObject({
      status: 'PENDING_RECEIVER',
      version: 4,
      submission: { replyDueAt: '2026-06-03T08:00:00.000+08:00' },
    });
  });

  it('is not the work of the requester, for whichever institution he acts', () => {
    const { subject } = actorOf(wayUpFromVillage.from);
    expect(refusalsOf(() => approveReferral(underReview(), actOf(township, { actor: actorOf(township, subject) })))).toEqual([
      'reviewer-is-requester',
    ]);
  });

  it.each([
    ['reviewer', underReview, township, 'REVIEWER'],
    ['receiver', aPending, hospital, 'RECEIVER'],
  ] as const)(
    'a rejection says that the %s gave it, and nobody has to answer any more',
    (_, referral, institution, rejectedBy) => {
      const decided = rejectReferral(referral(), { reasonCode: 'NOT_INDICATED', comment: null }, actOf(institution));
      expect(decided.facts).toEqual([
        { kind: 'rejected', rejection: { rejectedBy, reasonCode: 'NOT_INDICATED', comment: null } },
      ]);
      expect(decided.referral).toMatchObject({ status: 'REJECTED', submission: { replyDueAt: null } });
    },
  );
});

describe('the acceptance', () => {
  const accept = (start: string, end: string) =>
    acceptReferral(aPending(), { start, end, capacityId: null, diedOn: null }, receiver);

  it.each([
    ['2026-06-02', '2026-06-08'],
    ['2026-06-08', '2026-06-08'],
  ])('from %s to %s is inside the window', (start, end) => {
    expect(accept(start, end).referral).toMatchObject({
      status: 'ACCEPTED',
      acceptance: { start, end },
      submission: { replyDueAt: null },
    });
  });

  it.each([
    ['2026-06-01', '2026-06-03'],
    ['2026-06-03', '2026-06-09'],
    ['2026-06-04', '2026-06-03'],
  ])('from %s to %s is not', (start, end) => expect(refusalsOf(() => accept(start, end))).toEqual(['outside-window /start']));

  it.each([
    ['UP', '2026-06-02', []],
    ['UP', '2026-06-01', ['resident-died']],
    ['DOWN', '2026-06-02', ['resident-died']],
  ] as const)('%s of who died on %s', (direction, diedOn, expected) => {
    const [referral, by] = direction === 'UP' ? [aPending(), receiver] : [aPending(wayDown), actOf(wayDown.to)];
    const days = { start: '2026-06-02', end: '2026-06-03', capacityId: null, diedOn };
    expect(refusalsOf(() => acceptReferral(referral, days, by))).toEqual(expected);
  });

  it('of a down-referral tells the follow-up plan; of an up-referral none', () => {
    const days = { start: '2026-06-02', end: '2026-06-03', capacityId: null, diedOn: null };
    const down = acceptReferral(aPending(wayDown), days, actOf(wayDown.to));
    expect(down.facts).toMatchObject([{ kind: 'accepted', followUpPlan: { dueInDays: 14, programme: 'HTN' } }]);
    expect(acceptReferral(aPending(), days, receiver).facts).toMatchObject([{ kind: 'accepted', followUpPlan: null }]);
  });
});

describe('the arrival', () => {
  it.each(['2026-06-01', '2026-06-02', '2026-06-20'])('on %s is taken', (on) =>
    expect(confirmArrival(anAccepted(), on, receiver).referral).toMatchObject({ status: 'ARRIVED', arrivedOn: on }),
  );

  it('two days before the window is too early, unless the county allows it', () => {
    expect(refusalsOf(() => confirmArrival(anAccepted(), '2026-05-31', receiver))).toEqual(['arrival-too-early']);
    expect(
      refusalsOf(() =>
        confirmArrival(anAccepted(), '2026-05-31', { ...receiver, policy: { ...policy, arrivalDaysEarlyMax: 2 } }),
      ),
    ).toEqual([]);
  });
});

describe('the encounter', () => {
  it.each([
    ['nobody has reported yet', null, []],
    ['was reported for the same resident', uuid(1), []],
    ['was reported for another', uuid(2), ['encounter-of-another-resident /encounterNo']],
  ])('whose number %s', (_, reportedFor, expected) => {
    expect(refusalsOf(() => openEncounter(anArrived(), { encounterNo: 'ZY-1', reportedFor }, receiver))).toEqual(expected);
  });
});

describe('the bed or slot', () => {
  const accepted = anAccepted(undefined, uuid(100), null, uuid(300));
  const arrived = { ...accepted, status: 'ARRIVED' } as const;
  it.each([
    ['is used by the arrival', accepted, arrived, 'consumed'],
    ['is given back by any other end', accepted, { ...accepted, status: 'CLOSED' } as const, 'released'],
    ['stays held while nothing happens', accepted, accepted, null],
    ['was used before', arrived, { ...arrived, status: 'IN_CARE' } as const, null],
    ['was never held', anAccepted(), { ...anAccepted(), status: 'ARRIVED' } as const, null],
  ])('%s', (_, before, after, expected) => expect(holdEndsAs(before, after)).toBe(expected));
});
