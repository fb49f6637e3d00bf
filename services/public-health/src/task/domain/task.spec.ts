import { describe, expect, it } from '@jest/globals';
import { reasonsOf } from '../../../test/fixtures/refusals.ts';
import { aPlan, openedTask } from '../../../test/fixtures/tasks.ts';
import { cancelTask, isOverdue, openTask, planTask, windowOf } from './task.ts';

describe('a task', () => {
  it('is an aggregate from the opening of its window on', () => {
    expect(planTask(aPlan)).toMatchObject({ state: 'PLANNED', version: 0 });
    expect(openTask(planTask(aPlan), '2026-06-01')).toMatchObject({ state: 'OPEN', version: 1 });
    expect(reasonsOf(() => openTask(planTask(aPlan), '2026-05-31'))).toEqual(['too-early']);
    expect(reasonsOf(() => openTask(openedTask, '2026-06-02'))).toEqual(['not-open']);
  });

  it('is cancelled by death; a planned one silently', () => {
    expect(cancelTask(openedTask, 'DIED')).toMatchObject({ state: 'CANCELLED', cancelReason: 'DIED', version: 2 });
    expect(cancelTask(planTask(aPlan), 'DIED')).toMatchObject({ state: 'CANCELLED', version: 0 });
  });

  it('opens some days early, never before its cause', () => {
    expect(windowOf('2026-06-15', 14, '2026-01-01')).toEqual({ windowStart: '2026-06-01', due: '2026-06-15' });
    expect(windowOf('2026-06-15', 14, '2026-06-10')).toEqual({ windowStart: '2026-06-10', due: '2026-06-15' });
  });

  it.each([
    [openedTask, '2026-06-15', false],
    [openedTask, '2026-06-16', true],
    [planTask(aPlan), '2026-06-16', false],
    [cancelTask(openedTask, 'DIED'), '2026-06-16', false],
  ])('%# is overdue from the day after its last day on time, while it is open', (task, asOf, overdue) =>
    expect(isOverdue(task, asOf)).toBe(overdue),
  );
});
