import { describe, expect, it } from '@jest/globals';
import { digestOf, Refused } from '@yigongti/kernel';
import { publicationRules, type PublicationFacts } from './publication-rules.ts';
import { freezeResult, publishResult, type Publication, type ResultIndicator } from './result.ts';
import { scoreInstitutions, type ScoringTerms } from './score-institutions.ts';

const indicator = (code: string, institutionCode: string, quotient: `${number}/${number}`): ResultIndicator => {
  const [numerator, denominator] = quotient.split('/') as [string, string];
  return { code, institutionCode, numerator, denominator, value: denominator === '0' ? null : 'rounded' };
};

const terms: ScoringTerms = {
  items: [
    { indicatorCode: 'CON-COV', weight: '60', rule: { kind: 'LINEAR_UP', target: '0.5' } },
    { indicatorCode: 'COST-IP', weight: '40', rule: { kind: 'LINEAR_DOWN', target: '7000' } },
  ],
  scorePlaces: 2,
  table: {
    rows: [
      { from: '90', coefficient: '1.00', rectification: false },
      { from: '0', dividedBy: '100', rectification: true },
    ],
    places: 6,
  },
  scheme: 'TEST@1',
  profileVersion: 'changle@2026.1',
};

const measured = [
  indicator('CON-COV', 'H01', '0/0'),
  indicator('COST-IP', 'H01', '80000/10'),
  indicator('CON-COV', 'T01', '1/3'),
  indicator('COST-IP', 'T01', '3000/1'),
  indicator('CON-COV', 'T02', '0/0'),
  indicator('COST-IP', 'T02', '0/0'),
];

describe('the score of an institution', () => {
  const scores = scoreInstitutions(['H01', 'T01', 'T02'], measured, terms);

  it('comes from its own indicators, unrounded, and decides its coefficient', () => {
    expect(scores).toMatchObject([
      { institutionCode: 'H01', score: '87.50', coefficient: '0.875', rectification: true, excludedCodes: ['CON-COV'] },
      { institutionCode: 'T01', score: '80.00', coefficient: '0.8', rectification: true, excludedCodes: [] },
    ]);
  });

  it('is not made for who has nothing to be measured', () => {
    expect(scores.map(({ institutionCode }) => institutionCode)).not.toContain('T02');
  });

  it('is explained from the figures to the coefficient, each step with what it rests on', () => {
    const [hospital] = scores;
    expect(hospital!.steps.map(({ rule, basis, value }) => [rule, basis, value])).toEqual([
      ['assessment.score.excluded', 'scheme TEST@1', null],
      ['assessment.score.points', 'scheme TEST@1', '87.5'],
      ['assessment.score.total', 'scheme TEST@1', '87.50'],
      ['assessment.score.coefficient', 'profile changle@2026.1', '0.875'],
    ]);
  });
});

const publication: Publication = {
  resultId: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01',
  period: '2026-06',
  schemeId: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a02',
  decidesMoney: true,
  profileVersion: 'changle@2026.1',
  publishedAt: '2026-07-01T09:00:00.000+08:00',
  scores: scoreInstitutions(['T01', 'H01'], measured, terms),
  indicators: measured,
  subjects: [
    { institutionCode: 'T01', peerGroup: 'TOWNSHIP' },
    { institutionCode: 'H01', peerGroup: 'COUNTY' },
  ],
};

describe('a result', () => {
  const result = publishResult(publication);
  const frozenAt = '2026-07-08T09:00:00.000+08:00';
  const freely = { frozenAt, supersededBy: null, openAppeals: 0, upheldAppeals: 0 };

  it('is published with a digest that a receiver of scores and indicators can recompute', () => {
    const sent = result.scores.map(({ institutionCode, score, coefficient }) => ({ institutionCode, score, coefficient }));
    expect(sent.map(({ institutionCode }) => institutionCode)).toEqual(['H01', 'T01']);
    expect(result).toMatchObject({ state: 'PUBLISHED', resultVersion: 1, frozenAt: null, version: 1 });
    const byCode = [...measured].sort((a, b) => (a.code + a.institutionCode < b.code + b.institutionCode ? -1 : 1));
    expect(result.digest).toBe(digestOf({ scores: sent, indicators: byCode.map((one) => ({ ...one })) }));
  });

  it('lists scores by institution, indicators by code and institution', () => {
    expect(result.indicators.map(({ code, institutionCode }) => `${code} ${institutionCode}`)).toEqual([
      'CON-COV H01',
      'CON-COV T01',
      'CON-COV T02',
      'COST-IP H01',
      'COST-IP T01',
      'COST-IP T02',
    ]);
  });

  it('has another digest when one figure is another', () => {
    const [first, ...rest] = measured;
    const changed = publishResult({ ...publication, indicators: [{ ...first!, numerator: '1' }, ...rest] });
    expect(changed.digest).not.toBe(result.digest);
  });

  it('is frozen as it was published', () => {
    const frozen = freezeResult(result, freely);
    expect(frozen).toEqual({ ...result, state: 'FROZEN', frozenAt, version: 2 });
  });

  it.each([
    ['twice', freezeResult(result, freely), 'assessment.result.already-frozen'],
    ['where the county only watches such periods', { ...result, decidesMoney: false }, 'assessment.result.monitor-only'],
  ])('is not frozen %s', (_, given, code) => {
    expect(() => freezeResult(given, freely)).toThrow(new Refused([{ code, kind: 'rule', titleZh: '', titleEn: '' }]));
  });
});

describe('publishing a result', () => {
  const facts: PublicationFacts = { period: '2026-06', on: '2026-07-01', schemeValidFrom: '2026-06-01' };
  const reasons = (change: Partial<PublicationFacts>) =>
    publicationRules.flatMap((rule) => rule({ ...facts, ...change })?.code.replace('assessment.result.', '') ?? []);

  it.each<[string, Partial<PublicationFacts>, string[]]>([
    ['a scheme that holds from the first day, after the month', {}, []],
    ['the last day', { on: '2026-06-30' }, []],
    ['the day before the last', { on: '2026-06-29' }, ['period-not-over']],
    ['a scheme from the second day on', { schemeValidFrom: '2026-06-02' }, ['scheme-not-in-force']],
    ['an unknown scheme', { schemeValidFrom: null }, ['scheme-unknown']],
    ['an unknown scheme before the end', { schemeValidFrom: null, on: '2026-06-01' }, ['scheme-unknown', 'period-not-over']],
  ])('on %s gives %j', (_, change, expected) => {
    expect(reasons(change)).toEqual(expected);
  });
});
