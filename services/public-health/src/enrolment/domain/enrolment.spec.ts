import { describe, expect, it } from '@jest/globals';
import { Refused } from '@yigongti/kernel';
import { closeEnrolment, openEnrolment, type EnrolmentProposal } from './enrolment.ts';

const proposal = (change: Partial<EnrolmentProposal> = {}): EnrolmentProposal => ({
  enrolmentId: 'e-1',
  residentId: 'r-1',
  institutionCode: 'H1',
  diagnosisCode: 'I10.x00x002',
  enrolledOn: '2026-06-01',
  profileVersion: 'test@1',
  terms: {
    programme: 'HTN',
    diagnosisPrefixes: ['I10'],
    screeningAgeFrom: 35,
  },
  birthDate: '1991-06-01',
  residentGoneOn: null,
  ...change,
});

const codesOf = (act: () => unknown): string[] => {
  try {
    act();
    return [];
  } catch (error) {
    return (error as Refused).refusals.map((refusal) => refusal.code.replace('public-health.enrolment.', ''));
  }
};

describe('enrolment in a programme', () => {
  it('takes a resident on the 35th birthday', () =>
    expect(openEnrolment(proposal())).toMatchObject({ programme: 'HTN', closedOn: null, version: 1 }));

  it('refuses with every reason', () => {
    const hopeless = proposal({ birthDate: '1991-06-02', diagnosisCode: 'E11.900', residentGoneOn: '2026-06-01' });
    expect(codesOf(() => openEnrolment(hopeless))).toEqual(['resident-gone', 'diagnosis-unfit', 'too-young']);
  });

  it('is closed by death, not before it began', () => {
    const enrolment = openEnrolment(proposal());
    expect(closeEnrolment(enrolment, '2026-07-01', 'DIED')).toMatchObject({
      closedOn: '2026-07-01',
      closeReason: 'DIED',
      version: 2,
    });
    expect(closeEnrolment(enrolment, '2026-05-01', 'MOVED_OUT').closedOn).toBe('2026-06-01');
  });
});
