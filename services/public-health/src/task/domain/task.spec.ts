import { describe, expect, it } from '@jest/globals';
import { Refused } from '@yigongti/kernel';
import { cancelTask, completeTask, openTask, planTask, windowOf, type Completion, type TaskPlan } from './task.ts';

const plan: TaskPlan = {
  taskId: 't-1',
  residentId: 'r-1',
  institutionCode: 'H1',
  kind: 'PROGRAMME_FOLLOW_UP',
  programme: 'HTN',
  enrolmentId: 'e-1',
  referralId: null,
  sequence: 1,
  windowStart: '2026-06-01',
  due: '2026-06-15',
  ruleId: 'HTN-FIRST',
  ruleVersion: '2017.1',
  causeEventId: null,
};
const completion: Completion = {
  on: '2026-06-10',
  practitionerCode: 'D1',
  practitionerEmployed: true,
  classification: 'CONTROLLED',
  controlled: true,
  nextDue: '2026-09-10',
};
const open = openTask(planTask(plan), '2026-06-01');

const codesOf = (act: () => unknown): string[] => {
  try {
    act();
    return [];
  } catch (error) {
    return (error as Refused).refusals.map((refusal) => refusal.code.replace('public-health.task.', ''));
  }
};

describe('a task', () => {
  it('is an aggregate from the opening of its window on', () => {
    expect(planTask(plan)).toMatchObject({ state: 'PLANNED', version: 0 });
    expect(open).toMatchObject({ state: 'OPEN', version: 1 });
    expect(codesOf(() => openTask(planTask(plan), '2026-05-31'))).toEqual(['too-early']);
    expect(codesOf(() => openTask(open, '2026-06-02'))).toEqual(['not-open']);
  });

  it('is closed by what was found; a suggestion is an event of its own', () => {
    expect(completeTask(open, completion, 1)).toMatchObject({ state: 'DONE', version: 2, nextDue: '2026-09-10' });
    expect(completeTask(open, completion, 2).version).toBe(3);
  });

  it.each([
    [planTask(plan), completion, ['not-open']],
    [completeTask(open, completion, 1), completion, ['not-open']],
    [open, { ...completion, on: '2026-05-31', practitionerEmployed: false }, ['too-early', 'practitioner-not-employed']],
  ])('refuses a completion with every reason', (task, found, codes) =>
    expect(codesOf(() => completeTask(task, found, 1))).toEqual(codes),
  );

  it('late is late, yet counts', () =>
    expect(codesOf(() => completeTask(open, { ...completion, on: '2026-07-30' }, 1))).toEqual([]));

  it('is cancelled by death; a planned one silently', () => {
    expect(cancelTask(open, 'DIED')).toMatchObject({ state: 'CANCELLED', cancelReason: 'DIED', version: 2 });
    expect(cancelTask(planTask(plan), 'DIED')).toMatchObject({ state: 'CANCELLED', version: 0 });
  });

  it('opens some days early, never before its cause', () => {
    expect(windowOf('2026-06-15', 14, '2026-01-01')).toEqual({ windowStart: '2026-06-01', due: '2026-06-15' });
    expect(windowOf('2026-06-15', 14, '2026-06-10')).toEqual({ windowStart: '2026-06-10', due: '2026-06-15' });
  });
});
