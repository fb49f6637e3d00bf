import { describe, expect, it } from '@jest/globals';
import { refuse, type Refused } from '@yigongti/kernel';
import { mergeOutcome, type Closed } from './merge-outcome.ts';
import { partVisit } from './merge-visit.ts';

const of = (code: string, pointer: string) =>
  refuse({ code: `public-health.task.${code}`, kind: 'rule', titleZh: '', titleEn: '' }, { pointer });
const isMissing = ({ code }: { code: string }) => code.endsWith('reading-missing');
const glucose = of('reading-missing', '/readings/fastingGlucose');
const pressure = of('reading-missing', '/readings/systolic');

describe('one visit to several tasks', () => {
  it('closes those whose readings are there, and leaves the others open', () => {
    const parts = [
      { task: 'HTN', refusals: [] },
      { task: 'T2DM', refusals: [glucose] },
      { task: 'REFERRAL', refusals: [] },
    ];
    expect(partVisit(parts, isMissing)).toEqual({
      closable: ['HTN', 'REFERRAL'],
      leftOpen: [{ task: 'T2DM', missing: ['/readings/fastingGlucose'] }],
    });
  });

  it.each([
    ['closes nothing', [[glucose], [pressure, glucose]], ['/readings/fastingGlucose', '/readings/systolic']],
    ['names a task that is not open', [[], [of('not-open', '')]], ['/tasks/1/taskId']],
    ['names a task before its window', [[of('too-early', '/completedOn')], []], ['/tasks/0/taskId']],
    [
      'is wrong for both in the same way',
      [
        [of('practitioner-not-employed', '/practitionerCode'), of('sign-unknown', '/readings/signs/0')],
        [of('practitioner-not-employed', '/practitionerCode'), glucose],
      ],
      ['/practitionerCode', '/readings/signs/0', '/readings/fastingGlucose'],
    ],
  ])('is refused as a whole where it %s', (_, refusals, pointers) => {
    try {
      partVisit(
        refusals.map((reasons, index) => ({ task: index, refusals: reasons })),
        isMissing,
      );
      throw new Error('was taken');
    } catch (error) {
      expect((error as Refused).refusals.map(({ pointer }) => pointer)).toEqual(pointers);
    }
  });
});

describe('what a visit leaves behind', () => {
  const closed = (nextDue: string | null, ruleIds: string[], version: number): Closed => ({
    visitId: null,
    nextDue,
    referralReasons: ruleIds.map((ruleId) => ({ ruleId, reasonCode: 'CRITICAL' })),
    version,
  });
  const tasks = [closed('2026-09-10', [], 2), closed('2026-06-24', ['HTN-EMERGENCY'], 3), closed(null, [], 2)];

  it('carries its id in every task', () =>
    expect(mergeOutcome(tasks, 'v-1', 'OWN_DATES').map(({ visitId }) => visitId)).toEqual(['v-1', 'v-1', 'v-1']));

  it.each([
    ['OWN_DATES' as const, ['2026-09-10', '2026-06-24', null]],
    ['EARLIEST_DUE' as const, ['2026-06-24', '2026-06-24', null]],
  ])('with %s is seen next on %j', (plan, dates) =>
    expect(mergeOutcome(tasks, 'v-1', plan).map(({ nextDue }) => nextDue)).toEqual(dates),
  );

  it('suggests one referral, with all reasons, told by the first task that has any', () => {
    const both = [closed(null, [], 2), closed('2026-06-24', ['HTN-EMERGENCY'], 3), closed('2026-06-24', ['T2DM-EMERGENCY'], 3)];
    const merged = mergeOutcome(both, 'v-1', 'OWN_DATES');
    expect(merged.map(({ referralReasons }) => referralReasons.map(({ ruleId }) => ruleId))).toEqual([
      [],
      ['HTN-EMERGENCY', 'T2DM-EMERGENCY'],
      [],
    ]);
    expect(merged.map(({ version }) => version)).toEqual([2, 3, 2]);
  });
});
