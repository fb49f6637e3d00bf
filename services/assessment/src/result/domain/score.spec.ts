import { describe, expect, it } from '@jest/globals';
import { decimal, explainBy } from '@yigongti/kernel';
import fc from 'fast-check';
import { scoreOf, type MeasuredValue, type ScoredItem } from './score.ts';
import { spreadWeights } from './weights.ts';

const terms = { places: 2, explain: explainBy('scheme TEST@1') };
const up = (indicatorCode: string, weight: string, target: string): ScoredItem => ({
  indicatorCode,
  weight,
  rule: { kind: 'LINEAR_UP', target },
});
const part = (dimension: string, indicatorCode: string, weight: string): ScoredItem => ({
  ...up(indicatorCode, weight, '1'),
  dimension,
});
const measure = (values: Record<string, string | null>) =>
  new Map<string, MeasuredValue>(Object.entries(values).map(([code, value]) => [code, { value, shown: {} }]));

/** Typical counties 2019 (ChinaXiv 202207.00201), all rates in %; composite recomputed by hand. */
describe('the composite score of published counties', () => {
  const items = [
    up('in-county admissions', '20', '85'),
    up('county visits', '20', '90'),
    up('primary outpatients', '20', '65'),
    up('fund in county', '20', '80'),
    up('primary fund', '20', '25'),
  ];

  it.each([
    ['A1', ['86.56', '99.76', '55.95', '73.71', '13.73'], '86.63'],
    ['B1', ['92.53', '92.41', '64.37', '87.56', '19.30'], '95.25'],
    ['C1', ['81.66', '83.72', '34.47', '65.16', '19.54'], '80.35'],
    ['D1', ['90.46', '91.58', '48.98', '95.55', '23.17'], '93.61'],
  ])('%s', (_, rates, score) => {
    const values = Object.fromEntries(items.map(({ indicatorCode }, index) => [indicatorCode, rates[index]!]));
    expect(scoreOf(items, measure(values), terms)).toMatchObject({ score, excludedCodes: [] });
  });
});

describe('a value that is not there', () => {
  const items = [up('A', '50', '1'), up('B', '30', '1'), up('C', '20', '1')];

  it('leaves its weight to the others, in proportion, and is listed', () => {
    const score = scoreOf(items, measure({ A: null, B: '1', C: '0' }), terms)!;
    expect([score.score, score.excludedCodes]).toEqual(['60.00', ['A']]);
  });

  it('is not the same as 0', () => {
    expect(scoreOf(items, measure({ A: '0', B: '1', C: '1' }), terms)!.score).toBe('50.00');
    expect(scoreOf(items, measure({ A: null, B: '1', C: '1' }), terms)!.score).toBe('100.00');
  });

  it('makes no score out of nothing', () => {
    expect(scoreOf(items, measure({ A: null, B: null, C: null }), terms)).toBeNull();
  });

  it('leaves its weight inside its dimension', () => {
    const parts = [part('access', 'A', '40'), part('access', 'B', '20'), part('cost', 'C', '40')];
    const weights = spreadWeights(parts, new Set(['A']));
    expect([...weights].map(([code, weight]) => [code, weight.toFixed()])).toEqual([
      ['B', '60'],
      ['C', '40'],
    ]);
  });

  it('leaves it to the other dimensions where its own has nothing left', () => {
    const parts = [part('access', 'A', '40'), part('cost', 'B', '30'), part('health', 'C', '30')];
    const weights = spreadWeights(parts, new Set(['A']));
    expect([...weights.values()].map((weight) => weight.toDecimalPlaces(30).toFixed())).toEqual(['50', '50']);
  });

  it('never changes the full weight', () => {
    const anyDimension = fc.constantFrom(undefined, 'access', 'cost');
    const item = fc.record({ weight: fc.integer({ min: 1, max: 60 }), dimension: anyDimension, isNull: fc.boolean() });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 9 }), (drawn) => {
        const parts = drawn.map(({ weight, dimension }, n) =>
          dimension === undefined ? up(`I${n}`, String(weight), '1') : part(dimension, `I${n}`, String(weight)),
        );
        const nulls = new Set(drawn.flatMap(({ isNull }, n) => (isNull ? [`I${n}`] : [])));
        if (nulls.size === parts.length) return true;
        const spread = [...spreadWeights(parts, nulls).values()].reduce((sum, weight) => sum.plus(weight), decimal(0));
        const whole = drawn.reduce((sum, { weight }) => sum + weight, 0);
        return spread.toDecimalPlaces(30).eq(whole);
      }),
    );
  });
});

describe('rounding', () => {
  it('is once, at the end: three thirds are a whole', () => {
    const items = [up('A', '33.33', '3'), up('B', '33.33', '3'), up('C', '33.34', '3')];
    expect(scoreOf(items, measure({ A: '1', B: '1', C: '1' }), terms)!.score).toBe('33.33');
  });

  it('is half up, also where the quotients stop just short of the half', () => {
    // 10 of the 90 points left, x 100 / 90 x 27 / 32 = 9.375 on paper, 9.3749999... in forty digits.
    const items = [up('A', '10', '1'), up('B', '10', '1'), up('C', '80', '1')];
    expect(scoreOf(items, measure({ A: '0.84375', B: null, C: '0' }), terms)!.score).toBe('9.38');
  });
});

describe('the explanation', () => {
  it('shows how each point came about, and what was left out', () => {
    const values = new Map<string, MeasuredValue>([
      ['CON-COV', { value: decimal('52').div(120), shown: { numerator: '52', denominator: '120' } }],
      ['REF-RATIO', { value: null, shown: { numerator: '1', denominator: '0' } }],
    ]);
    const score = scoreOf([up('CON-COV', '60', '0.5'), up('REF-RATIO', '40', '0.5')], values, terms)!;
    expect(score.score).toBe('86.67');
    expect(score.steps).toMatchObject([
      {
        rule: 'assessment.score.points',
        basis: 'scheme TEST@1',
        inputs: {
          indicatorCode: 'CON-COV',
          numerator: '52',
          denominator: '120',
          weight: '60',
          spreadWeight: '100',
          scoring: 'LINEAR_UP',
          target: '0.5',
        },
        value: '86.666666666667',
      },
      { rule: 'assessment.score.excluded', inputs: { indicatorCode: 'REF-RATIO', denominator: '0', weight: '40' }, value: null },
      { rule: 'assessment.score.total', inputs: { items: 1 }, value: '86.67' },
    ]);
  });
});
