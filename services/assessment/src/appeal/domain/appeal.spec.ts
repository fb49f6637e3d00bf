import { describe, expect, it } from '@jest/globals';
import { Refused } from '@yigongti/kernel';
import { decideAppeal, submitAppeal, withdrawAppeal, type Decision, type Submission, type SubmissionFacts } from './appeal.ts';

const submission: Submission = {
  appealId: 'a1',
  resultId: 'r1',
  period: '2026-06',
  institutionCode: 'T1',
  indicatorCode: 'CON-COV',
  reasonCode: 'FACTS_MISSING',
  evidence: ['W1', 'W2', 'W1'],
  submittedAt: '2026-07-08T23:59:59+08:00',
};
const facts: SubmissionFacts = {
  publishedOn: '2026-07-01',
  on: '2026-07-08',
  lastDay: '2026-07-08',
  hasLine: true,
  supersededBy: null,
  standing: null,
};
const upheld: Decision = {
  decision: 'UPHELD',
  groundsCode: 'EVIDENCE_CONFIRMED',
  correction: { numerator: '2', denominator: '4' },
  decidedAt: '2026-07-09T09:00:00+08:00',
};

function codesOf(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.refusals.map(({ code }) => code.replace('assessment.appeal.', ''));
  }
}

describe('an appeal', () => {
  it('names each document once', () => {
    expect(submitAppeal(submission, facts)).toMatchObject({ evidence: ['W1', 'W2'], state: 'SUBMITTED', version: 1 });
  });

  it.each<[string, Partial<SubmissionFacts>, string[]]>([
    ['on the day of publication', { on: '2026-07-01' }, []],
    ['on the last day', { on: '2026-07-08' }, []],
    ['the day after', { on: '2026-07-09' }, ['window-over']],
    ['the day before publication', { on: '2026-06-30' }, ['before-publication']],
    ['that day only, where the county gives no more', { on: '2026-07-02', lastDay: '2026-07-01' }, ['window-over']],
    [
      'that is wrong in every way',
      { hasLine: false, supersededBy: 'r2', on: '2026-08-01', standing: 'a0' },
      ['line-unknown', 'result-superseded', 'window-over', 'already-appealed'],
    ],
  ])('%s', (_, change, codes) => {
    expect(codesOf(() => submitAppeal(submission, { ...facts, ...change }))).toEqual(codes);
  });

  it('is decided or taken back once', () => {
    const appeal = submitAppeal(submission, facts);
    const decided = decideAppeal(appeal, upheld);
    expect(decided).toMatchObject({ state: 'UPHELD', decided: upheld, version: 2 });
    expect(codesOf(() => withdrawAppeal(decided))).toEqual(['already-decided']);
    expect(codesOf(() => decideAppeal(withdrawAppeal(appeal), upheld))).toEqual(['already-decided']);
  });

  it('is not decided before it was submitted, whatever the offset says', () => {
    const appeal = submitAppeal(submission, facts);
    expect(codesOf(() => decideAppeal(appeal, { ...upheld, decidedAt: '2026-07-08T15:59:58Z' }))).toEqual([
      'decided-before-submission',
    ]);
    expect(codesOf(() => decideAppeal(appeal, { ...upheld, decidedAt: '2026-07-08T15:59:59Z' }))).toEqual([]);
  });
});
