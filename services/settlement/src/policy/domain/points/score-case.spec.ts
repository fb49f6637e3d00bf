import { describe, expect, it } from '@jest/globals';
import { decimal, roundHalfUpFen, type Fen, type SettlementLevel } from '@yigongti/kernel';
import fc from 'fast-check';
import { hypertension, pneumonia, policyBasis, policyTerms } from '../../../../test/fixtures/policies.ts';
import { levelsUpward } from '../level-rules.ts';
import { relativeScore, type CaseGroup } from './case-group.ts';
import type { PointTerms } from './point-terms.ts';
import { scoreStay, scoreVisit } from './score-case.ts';

const score = (
  group: CaseGroup | null,
  totalFen: Fen,
  settlementLevel: SettlementLevel = 'LEVEL_3',
  terms: PointTerms = policyTerms.points,
) => scoreStay({ terms, basis: policyBasis }, group, { settlementLevel, totalFen });

describe('a deviating case (DIP 1.0 style): score 1000, reference cost 8 000 yuan', () => {
  it.each([
    [3000, '375'],
    [3999, '499.875'],
    [4000, '1000'],
    [16000, '1000'],
    [16001, '1000.125'],
    [20000, '1500'],
    [40000, '4000'],
  ])('of %i yuan scores %s', (cost, points) => {
    expect(score(pneumonia, BigInt(cost) * 100n).points.toFixed()).toBe(points);
  });

  it('goes to special review above five times the reference', () => {
    expect(score(pneumonia, 4_000_001n)).toMatchObject({ state: 'SPECIAL_REVIEW', points: decimal(0) });
  });

  it.each([
    ['lowInclusive', 400000n, '500'],
    ['highInclusive', 1600000n, '1000'],
  ] as const)('takes the operator from the policy: %s', (operator, cost, points) => {
    const inclusive = { ...policyTerms.points, deviation: { ...policyTerms.points.deviation, [operator]: true } };
    const scored = score(pneumonia, cost, 'LEVEL_3', inclusive);
    expect(scored.points.toFixed()).toBe(points);
    expect(scored.steps[0]?.inputs.deviates).toBe(true);
  });

  it('pays the actual cost for a low case where the coefficient applies (DIP 3.0 style)', () => {
    const standardOf10000 = { ...pneumonia, meanCostFen: 1000000n, referenceCostFen: { LEVEL_2: 800000n } };
    const coefficients = { ...policyTerms.points.institutionCoefficients, LEVEL_2: '0.8' };
    const { points } = score(standardOf10000, 300000n, 'LEVEL_2', {
      ...policyTerms.points,
      institutionCoefficients: coefficients,
    });
    expect(points.toFixed()).toBe('300');
    expect(roundHalfUpFen(points.times(10).times(100))).toBe(300000n);
  });

  it('leaves the coefficient out of a deviating score where the policy says so', () => {
    const terms = { ...policyTerms.points, deviation: { ...policyTerms.points.deviation, applyCoefficient: false } };
    expect(score(pneumonia, 300000n, 'TOWNSHIP', terms).points.toFixed()).toBe('375');
    expect(score(pneumonia, 800000n, 'TOWNSHIP', terms).points.toFixed()).toBe('677');
  });
});

describe('the coefficient of an institution', () => {
  it.each(levelsUpward.map((level) => [level, policyTerms.points.institutionCoefficients[level]!] as const))(
    'at %s is %s',
    (level, coefficient) => {
      expect(score(pneumonia, 800000n, level).points.toFixed()).toBe(decimal(coefficient).times(1000).toFixed());
    },
  );

  it.each(levelsUpward)('is 1 at %s for a primary-care group: same score, same price', (level) => {
    expect(score(hypertension, 280000n, level).points.toFixed()).toBe('350');
  });
});

describe('points by cost', () => {
  it('are less than the score for a stay without a group', () => {
    expect(score(null, 800000n)).toMatchObject({ state: 'UNGROUPED', points: decimal('700') });
  });

  it('are a fixed quota for a visit, the same everywhere', () => {
    const visit = scoreVisit({ terms: policyTerms.points, basis: policyBasis }, 8600n);
    expect(visit).toMatchObject({ state: 'BY_COST', points: decimal('10.75') });
  });
});

describe('the score of a group relative to a benchmark (DIP 3.0 draft, table 3-2, acute appendicitis)', () => {
  it.each([
    ['conservative', 4099, '306.2383'],
    ['open', 9173, '685.3194'],
    ['laparoscopic, the benchmark', 13385, '1000'],
  ])('%s: %i yuan', (_, mean, expected) => {
    const benchmark = { referenceFen: decimal(13385), base: 1000, decimals: 4 };
    expect(relativeScore(decimal(mean), benchmark).toFixed()).toBe(expected);
  });
});

describe('the price of a score (public payment tests): score × value of a point × factor', () => {
  it.each([
    ['91', 1023750n],
    ['9520', 107100000n],
  ])('%s at 112.5 yuan', (points, fen) => {
    expect(roundHalfUpFen(decimal(points).times('112.5').times(100))).toBe(fen);
  });
});

describe('a grouped case, whatever it cost', () => {
  const cost = fc.bigInt({ min: 1n, max: 4_000_000n });
  const level = fc.constantFrom(...levelsUpward);

  it('has more than no points', () => {
    fc.assert(fc.property(cost, level, (totalFen, at) => score(pneumonia, totalFen, at).points.gt(0)));
  });

  it('scores no more when it was unusually cheap than when it cost what is usual', () => {
    const low = fc.bigInt({ min: 1n, max: 399_999n });
    fc.assert(
      fc.property(low, level, (totalFen, at) => score(pneumonia, totalFen, at).points.lte(score(pneumonia, 800000n, at).points)),
    );
  });

  it('scores no less when it cost more, above twice the reference', () => {
    const high = fc.bigInt({ min: 1_600_000n, max: 4_000_000n });
    fc.assert(
      fc.property(high, high, level, (a, b, at) => {
        const [lower, higher] = a < b ? [a, b] : [b, a];
        return score(pneumonia, lower, at).points.lte(score(pneumonia, higher, at).points);
      }),
    );
  });
});
