import { describe, expect, it } from '@jest/globals';
import { followUpClassification, programme } from '@yigongti/events';
import { outlookOf } from './explain-task.ts';
import { wordsOf } from './rule-words.ts';
import { yearPlanOf } from './year-plan.ts';

describe('a rule in words', () => {
  const planned = Object.keys(programme).flatMap((code) => [
    `${code}-FIRST`,
    ...Object.keys(followUpClassification).flatMap((found) => [`${code}-NEXT-${found}`, `${code}-NEXT-${found}-MERGED`]),
  ]);
  it.each([...planned, 'REFERRAL-FOLLOW-UP'])('%s is told in both languages', (ruleId) => {
    const { titleZh, titleEn } = wordsOf(ruleId);
    expect(titleZh).toMatch(/\p{Script=Han}/u);
    expect(`${titleZh} ${titleEn}`).not.toMatch(/NEXT|FIRST|undefined/);
    expect(titleEn.includes('earliest')).toBe(ruleId.endsWith('-MERGED'));
  });
});

describe('the follow-ups of a year', () => {
  it.each([
    ['2025-03-01', 4, [], 4],
    ['2026-01-01', 4, [], 4],
    ['2026-04-01', 4, [], 3],
    ['2026-09-30', 4, [], 2],
    ['2026-10-01', 4, [], 1],
    ['2026-07-01', 5, [], 3],
    ['2025-03-01', 4, ['2025-12-31', '2026-01-01', '2026-06-10'], 2],
    ['2026-10-01', 4, ['2026-10-02', '2026-11-02'], 0],
  ])('enrolled on %s, %d a year, done on %j: %d left', (enrolledOn, perYear, doneOn, left) =>
    expect(yearPlanOf({ enrolledOn, perYear, doneOn }, '2026-12-01').left).toBe(left),
  );

  it('do not count what is done after the day', () =>
    expect(yearPlanOf({ enrolledOn: '2025-01-01', perYear: 4, doneOn: ['2026-06-10', '2026-06-11'] }, '2026-06-10')).toEqual({
      year: 2026,
      required: 4,
      done: 1,
      left: 3,
    }));
});

describe('what comes next', () => {
  const terms = { intervalMonthsControlled: 3, recheckDays: 14, uncontrolledInARowForReferral: 2 };
  const suggesting = (uncontrolledBefore: number) =>
    outlookOf(terms, '2026-06-10', uncontrolledBefore).flatMap(({ finding, suggestsReferral }) =>
      suggestsReferral ? finding : [],
    );

  it('is three months at target, two weeks otherwise', () =>
    expect(outlookOf(terms, '2026-06-10', 0).map(({ finding, nextDue }) => [finding, nextDue])).toEqual([
      ['CONTROLLED', '2026-09-10'],
      ['UNCONTROLLED', '2026-06-24'],
      ['ADVERSE_REACTION', '2026-06-24'],
      ['COMPLICATION', '2026-06-24'],
      ['EMERGENCY', '2026-06-24'],
    ]));

  it('is a referral for the second in a row not at target, not for the first', () => {
    expect(suggesting(0)).toEqual(['COMPLICATION', 'EMERGENCY']);
    expect(suggesting(1)).toEqual(['UNCONTROLLED', 'COMPLICATION', 'EMERGENCY']);
  });
});
