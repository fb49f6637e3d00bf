import { describe, expect, it } from '@jest/globals';
import { diabetes, hypertension } from '../../../test/fixtures/programme-terms.ts';
import { aVisit, openedTask } from '../../../test/fixtures/tasks.ts';
import { completeTask } from './complete-task.ts';
import { firstFollowUp, nextFollowUp, referralFollowUp } from './schedule.ts';

const enrolled = { enrolmentId: 'e-1', residentId: 'r-1', institutionCode: 'V1', enrolledOn: '2026-06-01' };

describe('the schedule', () => {
  it('begins some days after enrolment', () =>
    expect(firstFollowUp(enrolled, diabetes)).toEqual({
      residentId: 'r-1',
      institutionCode: 'V1',
      kind: 'PROGRAMME_FOLLOW_UP',
      programme: 'T2DM',
      enrolmentId: 'e-1',
      referralId: null,
      sequence: 1,
      windowStart: '2026-06-01',
      due: '2026-06-15',
      ruleId: 'T2DM-FIRST',
      ruleVersion: '2017.1',
    }));

  it.each([
    [138, 'HTN-NEXT-CONTROLLED', '2026-08-27', '2026-09-10'],
    [156, 'HTN-NEXT-UNCONTROLLED', '2026-06-10', '2026-06-24'],
    [181, 'HTN-NEXT-EMERGENCY', '2026-06-10', '2026-06-24'],
  ])('goes on by what was found: after %s mmHg by %s', (systolic, ruleId, windowStart, due) => {
    const record = { ...aVisit.record, readings: { systolic, diastolic: 84, signs: [] } };
    const done = completeTask(openedTask, { ...aVisit, record }, hypertension);
    expect(nextFollowUp(done, { ...hypertension, ruleVersion: '2026.1' })).toMatchObject({
      enrolmentId: 'e-1',
      sequence: 2,
      ruleId,
      ruleVersion: '2026.1',
      windowStart,
      due,
    });
  });

  it('has one follow-up for a referral, open from the day it is ordered', () => {
    const order = { referralId: 'f-1', residentId: 'r-1', institutionCode: 'T1', programme: null };
    expect(referralFollowUp({ ...order, orderedOn: '2026-06-10', dueInDays: 14 }, '2026.1')).toMatchObject({
      kind: 'REFERRAL_FOLLOW_UP',
      enrolmentId: null,
      referralId: 'f-1',
      sequence: 1,
      windowStart: '2026-06-10',
      due: '2026-06-24',
      ruleId: 'REFERRAL-FOLLOW-UP',
      ruleVersion: '2026.1',
    });
  });
});
