import { describe, expect, it } from '@jest/globals';
import { hypertension } from '../../../test/fixtures/programme-terms.ts';
import { reasonsOf } from '../../../test/fixtures/refusals.ts';
import { aPlan, aVisit, openedTask } from '../../../test/fixtures/tasks.ts';
import { completeTask, type Visit } from './complete-task.ts';
import { cancelTask, planTask, type Task } from './task.ts';

const high = { ...aVisit.record, readings: { systolic: 156, diastolic: 96, signs: [] } };

describe('completing a task', () => {
  it('closes it with what was found, and says by which version it was judged', () =>
    expect(completeTask(openedTask, aVisit, hypertension)).toMatchObject({
      state: 'DONE',
      completedOn: '2026-06-10',
      practitionerCode: 'D-V1',
      record: aVisit.record,
      classification: 'CONTROLLED',
      controlled: true,
      classifiedBy: '2017.1',
      referralReasons: [],
      nextDue: '2026-09-10',
      version: 2,
    }));

  it('takes a second version where it suggests a referral', () => {
    const visit = { ...aVisit, record: high, earlierControlled: [false] };
    const done = completeTask(openedTask, visit, hypertension);
    expect(done.referralReasons).toEqual([{ ruleId: 'HTN-TWICE-UNCONTROLLED', reasonCode: 'TWICE_UNCONTROLLED' }]);
    expect(done.version).toBe(3);
  });

  it.each([
    ['149/85 at 65', '1961-06-10', 'CONTROLLED'],
    ['149/85 the day before', '1961-06-11', 'UNCONTROLLED'],
  ])('judges by the age on the day of the visit: %s', (_, birthDate, classification) => {
    const record = { ...aVisit.record, readings: { systolic: 149, diastolic: 85, signs: [] } };
    expect(completeTask(openedTask, { ...aVisit, birthDate, record }, hypertension).classification).toBe(classification);
  });

  it('asks nothing of a follow-up after a referral, and plans nothing', () => {
    const task: Task = { ...openedTask, kind: 'REFERRAL_FOLLOW_UP', enrolmentId: null, referralId: 'f-1' };
    const visit = { ...aVisit, record: { ...aVisit.record, readings: { signs: ['COUGH'] } } };
    expect(completeTask(task, visit, null)).toMatchObject({
      state: 'DONE',
      classification: null,
      controlled: null,
      classifiedBy: null,
      nextDue: null,
      version: 2,
    });
  });

  it('late is late, yet counts', () =>
    expect(
      reasonsOf(() => completeTask(openedTask, { ...aVisit, on: '2026-07-30', reportedOn: '2026-08-02' }, hypertension)),
    ).toEqual([]));

  it.each<[string, Task, Partial<Visit>, string[]]>([
    ['a planned one', planTask(aPlan), { practitionerEmployed: false }, ['not-open']],
    ['a done one', completeTask(openedTask, aVisit, hypertension), {}, ['not-open']],
    ['a cancelled one', cancelTask(openedTask, 'DIED'), {}, ['not-open']],
    [
      'a visit that is wrong in every way',
      openedTask,
      {
        on: '2026-05-31',
        reportedOn: '2026-05-30',
        practitionerEmployed: false,
        record: { ...aVisit.record, readings: { signs: ['COUGH'] } },
      },
      ['too-early', 'visit-ahead', 'practitioner-not-employed', 'reading-missing', 'reading-missing', 'sign-unknown'],
    ],
  ])('refuses %s with every reason', (_, task, change, reasons) =>
    expect(reasonsOf(() => completeTask(task, { ...aVisit, ...change }, hypertension))).toEqual(reasons),
  );
});
