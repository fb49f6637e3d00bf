import { describe, expect, it } from '@jest/globals';
import { stayList } from '../../../test/fixtures/lists.ts';
import { continuedStay, judgeReferral, type EarlierStay, type KnownReferral } from './known-referral.ts';

const referral: KnownReferral = {
  referralNo: 'T01-2026-000017',
  fromInstitutionCode: '370725-T01',
  toInstitutionCode: '370725-H01',
  submittedOn: '2026-06-02',
  arrivedOn: '2026-06-03',
};

describe('the referral that a list names', () => {
  it.each<[string, KnownReferral[], string]>([
    ['counts once the patient has arrived', [referral], 'COUNTS'],
    ['counts when the arrival is the day of discharge', [{ ...referral, arrivedOn: '2026-06-08' }], 'COUNTS'],
    ['does not count while nobody knows it', [], 'NOT_KNOWN'],
    ['does not count before the arrival', [{ ...referral, arrivedOn: null }], 'NOT_ARRIVED'],
    [
      'does not count when the arrival came after the discharge',
      [{ ...referral, arrivedOn: '2026-06-09' }],
      'ARRIVED_AFTER_DISCHARGE',
    ],
    ['does not count at another receiver', [{ ...referral, toInstitutionCode: '370725-H02' }], 'OTHER_RECEIVER'],
    ['counts when one of two senders with that number means it', [{ ...referral, toInstitutionCode: null }, referral], 'COUNTS'],
  ])('%s', (_, known, fact) => {
    const judged = judgeReferral(stayList, known);
    expect(judged.fact).toBe(fact);
    expect(judged.referral).toEqual(fact === 'COUNTS' ? known.at(-1) : null);
  });

  it('is none where the list names none', () => {
    expect(judgeReferral({ ...stayList, referralNo: null }, [referral])).toEqual({ fact: 'NOT_NAMED', referral: null });
  });
});

describe('the stay that a referral continues', () => {
  const stay: EarlierStay = {
    claimId: '0197a3c0-0000-7000-8000-000000000032',
    institutionCode: '370725-T01',
    admittedOn: '2026-05-30',
    dischargedOn: '2026-06-03',
    linkedDeductibleFen: 20000n,
  };

  it.each<[string, EarlierStay[]]>([
    ['at another institution', [{ ...stay, institutionCode: '370725-T02' }]],
    ['that was not over', [{ ...stay, dischargedOn: '2026-06-04' }]],
    ['that was over before the referral was sent', [{ ...stay, dischargedOn: '2026-06-01' }]],
    ['that began after it was sent', [{ ...stay, admittedOn: '2026-06-03' }]],
  ])('is none %s', (_, stays) => {
    expect(continuedStay(stayList, referral, stays)).toBeNull();
  });

  it('is the last one at the sender during which it was sent', () => {
    const earlier = { ...stay, admittedOn: '2026-06-01', dischargedOn: '2026-06-02', linkedDeductibleFen: 1n };
    expect(continuedStay(stayList, referral, [earlier, stay])).toBe(stay);
  });

  it.each([
    ['a visit', { ...stayList, visitKind: 'OUTPATIENT' as const }, referral],
    ['a stay without counting referral', stayList, null],
    ['a referral whose sending is not known', stayList, { ...referral, submittedOn: null }],
  ])('is none for %s', (_, list, named) => {
    expect(continuedStay(list, named, [stay])).toBeNull();
  });
});
