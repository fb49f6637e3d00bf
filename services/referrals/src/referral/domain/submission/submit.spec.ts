import { describe, expect, it } from '@jest/globals';
import { clinic, hospital, mchHospital, otherHospital, otherTownship, township } from '../../../../test/fixtures/institutions.ts';
import { refusalsOf } from '../../../../test/fixtures/refusals.ts';
import type { ReferralPolicy } from '../referral-policy.ts';
import {
  actOf,
  aDraft,
  day,
  downElements,
  policy,
  resident,
  submitting,
  upElements,
  uuid,
  wayDown,
  wayUp,
  wayUpFromVillage,
} from '../../../../test/fixtures/referrals.ts';
import { completedBy, emptyElements } from './draft.ts';
import { submitReferral, type Submitting } from './submit.ts';

const submit = (way = wayUp, changes: Partial<Submitting> = {}, rules: Partial<ReferralPolicy> = {}) =>
  submitReferral(aDraft(way), submitting(way, changes), actOf(way.from, { policy: { ...policy, ...rules } }));

const refusals = (changes: Partial<Submitting>, way = wayUp, rules: Partial<ReferralPolicy> = {}) =>
  refusalsOf(() => submit(way, changes, rules));

const withElements = (elements: object) => ({ elements: { ...wayUp.elements, ...elements } });
const withDown = (elements: object) => ({ elements: { ...downElements, ...elements } });

describe('submitting a referral', () => {
  it('tells two facts and two versions, and never rests in SUBMITTED', () => {
    const { referral, facts } = submit();
    expect(facts.map(({ kind }) => kind)).toEqual(['submitted', 'sent-to-receiver']);
    expect(referral).toMatchObject({ status: 'PENDING_RECEIVER', version: 3, scope: 'INTRA' });
    expect(referral.submission).toMatchObject({ replyDueAt: '2026-06-02T12:00:00.000+08:00', profileVersion: 'test@1' });
  });

  it('a village goes up over the review of its direct parent', () => {
    const { referral, facts } = submit(wayUpFromVillage);
    expect(facts.at(-1)).toEqual({ kind: 'review-requested', reviewerInstitutionCode: 'T01' });
    expect(referral).toMatchObject({ status: 'UNDER_REVIEW', submission: { reviewerInstitutionCode: 'T01' } });
  });

  it('an emergency of a village goes straight to the receiver, without consent, and is answered within a quarter of an hour', () => {
    const elements = { ...upElements, urgency: 'EMERGENCY', consentSignedAt: null } as const;
    const { referral } = submit(wayUpFromVillage, { elements });
    expect(referral).toMatchObject({ status: 'PENDING_RECEIVER', submission: { replyDueAt: '2026-06-01T12:15:00.000+08:00' } });
  });

  it.each([
    ['another consortium', otherHospital, 'INTER'],
    ['an institution outside of both consortia', mchHospital, 'INTER'],
  ])('to %s it is reviewed whoever sends it', (_, to, scope) => {
    const { referral } = submit(wayUp, { to });
    expect(referral).toMatchObject({
      status: 'UNDER_REVIEW',
      scope,
      toInstitutionCode: to.institutionCode,
      submission: { reviewerInstitutionCode: 'H01' },
    });
  });

  it('keeps the follow-up plan of a down-referral only', () => {
    expect(submit(wayDown).referral.elements.followUpPlan).toEqual(downElements.followUpPlan);
    const meant = withElements({ followUpPlan: downElements.followUpPlan });
    expect(submit(wayUp, meant).referral.elements.followUpPlan).toBeNull();
  });
});

describe('the review', () => {
  const villageNeedsNone = { villageUpNeedsReview: false };
  const outsideNeedsNone = { outsideConsortiumNeedsReview: false };
  it.each([
    ["of a village is the county's choice", wayUpFromVillage, villageNeedsNone],
    ["of what leaves the consortium is the county's choice", { ...wayUp, to: otherHospital }, outsideNeedsNone],
  ])('%s', (_, way, rules) => {
    expect(submit(way, {}, rules).referral.status).toBe('PENDING_RECEIVER');
    expect(submit(way).referral.status).toBe('UNDER_REVIEW');
  });

  it('of a village that sends out of the consortium is not lifted by the rule for villages', () => {
    expect(submit({ ...wayUpFromVillage, to: otherHospital }, {}, villageNeedsNone).referral.status).toBe('UNDER_REVIEW');
  });
});

describe('a form is refused', () => {
  it('with every missing element at once', () => {
    expect(refusals({ elements: emptyElements, practitioner: null })).toEqual([
      ...['practitionerCode', 'visitType', 'urgency', 'reasonCodes', 'diagnosisCodes', 'summary', 'windowStart', 'windowEnd'].map(
        (name) => `element-missing /${name}`,
      ),
      'consent-missing /consentSignedAt',
    ]);
    expect(refusals({ elements: { ...emptyElements, urgency: 'EMERGENCY' }, practitioner: null }, wayDown)).toContain(
      'element-missing /followUpPlan',
    );
  });

  it.each<[string, Partial<Submitting>, string[]]>([
    ['no reason is given', withElements({ reasonCodes: [] }), ['element-missing /reasonCodes']],
    ['an empty summary', withElements({ summary: '' }), ['element-missing /summary']],
    ['nobody has consented', withElements({ consentSignedAt: null }), ['consent-missing /consentSignedAt']],
    ['the window runs backwards', withElements({ windowStart: '2026-06-09' }), ['window-reversed /windowEnd']],
    [
      'the window was over the day before',
      withElements({ windowStart: '2026-05-30', windowEnd: '2026-05-31' }),
      ['window-over /windowEnd'],
    ],
    [
      'a reason is for the way down',
      withElements({ reasonCodes: ['CRITICAL', 'POST_OP'] }),
      ['reason-of-other-direction /reasonCodes/1'],
    ],
    ['a teleconsultation', withElements({ visitType: 'TELECONSULT' }), ['visit-type-not-offered /visitType']],
    [
      'the doctor works elsewhere',
      { practitioner: { practitionerCode: 'D', institutionCode: 'H01', activeFrom: '2020-01-01', activeTo: null } },
      ['doctor-not-of-sender /practitionerCode'],
    ],
    [
      'the doctor has left',
      { practitioner: { practitionerCode: 'D', institutionCode: 'T01', activeFrom: '2020-01-01', activeTo: '2026-05-31' } },
      ['doctor-not-of-sender /practitionerCode'],
    ],
    ['the resident died that day', { resident: { ...resident, diedOn: day } }, ['resident-died /residentId']],
    ['the record was merged', { resident: { ...resident, mergedInto: uuid(2) } }, ['resident-merged /residentId']],
    ['up leads down', { to: clinic }, ['direction-against-levels /direction']],
    ['up leads to the sender', { to: township }, ['direction-against-levels /direction', 'target-is-sender /toInstitutionCode']],
    ['the target gives no care', { to: { ...hospital, kind: 'CDC' } }, ['gives-no-care /toInstitutionCode']],
    ['the target opens tomorrow', { to: { ...hospital, activeFrom: '2026-06-02' } }, ['gives-no-care /toInstitutionCode']],
    ['an open one is there', { openDuplicate: { referralId: uuid(9), referralNo: 'T01-20260530-0002' } }, ['duplicate']],
  ])('when %s', (_, changes, expected) => expect(refusals(changes)).toEqual(expected));

  it.each<[string, object, string[]]>([
    ['lacks advice', { rehabGuidance: null }, ['element-missing /rehabGuidance']],
    ['has a reason for the way up', { reasonCodes: ['CRITICAL'] }, ['reason-of-other-direction /reasonCodes/0']],
    ['has a reason that the county does not list', { reasonCodes: ['PALLIATIVE'] }, ['down-reason-not-offered /reasonCodes/0']],
    [
      'is followed up today',
      { followUpPlan: { ...downElements.followUpPlan, dueInDays: 0 } },
      ['follow-up-due-out-of-range /followUpPlan/dueInDays'],
    ],
    [
      'is followed up after more than a year',
      { followUpPlan: { ...downElements.followUpPlan, dueInDays: 366 } },
      ['follow-up-due-out-of-range /followUpPlan/dueInDays'],
    ],
  ])('when a way down %s', (_, elements, expected) => expect(refusals(withDown(elements), wayDown)).toEqual(expected));

  it.each([
    ['the first day of the window is the last', { windowStart: '2026-06-08', windowEnd: '2026-06-08' }],
    ['the window ends today', { windowStart: day, windowEnd: day }],
  ])('but not when %s', (_, elements) => expect(refusals(withElements(elements))).toEqual([]));

  it.each([1, 365])('nor when a follow-up is due in %s days', (dueInDays) =>
    expect(refusals(withDown({ followUpPlan: { ...downElements.followUpPlan, dueInDays } }), wayDown)).toEqual([]),
  );

  it('by the list of the county alone: one profile takes what another refuses', () => {
    const deqing = { downReasons: ['ACUTE_RECOVERY', 'POST_OP', 'CRITICAL_STABLE'] } as const;
    const zhejiang = { downReasons: ['CHRONIC_STABLE', 'SURGICAL_REHAB'] } as const;
    const acute = withDown({ reasonCodes: ['ACUTE_RECOVERY'] });
    const chronic = withDown({ reasonCodes: ['CHRONIC_STABLE'] });
    expect([refusals(acute, wayDown, deqing), refusals(chronic, wayDown, zhejiang)]).toEqual([[], []]);
    expect(refusals(acute, wayDown, zhejiang)).toEqual(['down-reason-not-offered /reasonCodes/0']);
    expect(refusals(chronic, wayDown, deqing)).toEqual(['down-reason-not-offered /reasonCodes/0']);
  });

  it('when it leads from one township to another: a way between equals has no rules yet', () => {
    const lateral = { ...wayUp, direction: 'LATERAL', to: otherTownship } as const;
    expect(refusals({}, lateral)).toEqual(['direction-not-offered /direction']);
  });

  it('when an institution at the root sends across consortia: nobody could review it', () => {
    expect(refusals({ from: { ...township, parentCode: null }, to: otherHospital })).toEqual(['no-reviewer']);
  });
});

it('what is written later goes over the draft, what is not mentioned stays', () => {
  const completed = completedBy(upElements, { summary: 'new', windowEnd: undefined, urgency: null });
  expect(completed).toEqual({ ...upElements, summary: 'new' });
});
