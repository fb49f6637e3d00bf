import { describe, expect, it } from '@jest/globals';
import { reasonsOf } from '../../../test/fixtures/refusals.ts';
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
  reportedOn: '2026-06-03',
  ...change,
});

describe('enrolment in a programme', () => {
  it('takes a resident on the 35th birthday', () =>
    expect(openEnrolment(proposal())).toMatchObject({ programme: 'HTN', closedOn: null, version: 1 }));

  it('refuses with every reason', () => {
    const hopeless = proposal({
      birthDate: '1991-06-05',
      diagnosisCode: 'E11.900',
      enrolledOn: '2026-06-04',
      residentGoneOn: '2026-06-20',
    });
    expect(reasonsOf(() => openEnrolment(hopeless))).toEqual(['resident-gone', 'enrolled-ahead', 'diagnosis-unfit', 'too-young']);
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
