import { describe, expect, it } from '@jest/globals';
import { decimal, roundHalfUpFen, type Fen, type SettlementLevel } from '@yigongti/kernel';
import fc from 'fast-check';
import { hypertension, pneumonia, policyBasis, policyTerms } from '../../../../test/fixtures/policies.ts';
import { levelsWithBeds } from '../level-rules.ts';
import type { CaseGroup } from './case-group.ts';
import type { PointTerms } from './point-terms.ts';
import { scoreCase, type CaseToScore } from './score-case.ts';

const at = (settlementLevel: SettlementLevel, totalFen: Fen) => ({ settlementLevel, totalFen });

function score(group: CaseGroup | null, treated: CaseToScore, changed: Partial<PointTerms> = {}) {
  return scoreCase({ terms: { ...policyTerms.points, ...changed }, basis: policyBasis }, group, treated);
}

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
    expect(score(pneumonia, at('LEVEL_3', BigInt(cost) * 100n)).points.toFixed()).toBe(points);
  });

  it('goes to special review above five times the reference', () => {
    expect(score(pneumonia, at('LEVEL_3', 4_000_001n))).toMatchObject({ state: 'SPECIAL_REVIEW', points: decimal(0) });
  });

  const { deviation } = policyTerms.points;

  it.each([
    ['lowInclusive', 400000n, '500'],
    ['highInclusive', 1600000n, '1000'],
  ] as const)('takes the operator from the policy: %s', (operator, cost, points) => {
    const scored = score(pneumonia, at('LEVEL_3', cost), { deviation: { ...deviation, [operator]: true } });
    expect(scored.points.toFixed()).toBe(points);
    expect(scored.steps[1]?.inputs.deviates).toBe(true);
  });

  it.each([400000n, 1600000n])('is none at the very limit of %s fen unless the policy says so', (cost) => {
    expect(score(pneumonia, at('LEVEL_3', cost)).steps[1]?.inputs.deviates).toBe(false);
  });

  it('pays the actual cost for a low case where the coefficient applies (DIP 3.0 style)', () => {
    const standardOf10000 = { ...pneumonia, meanCostFen: 1000000n, meanCostByLevelFen: { LEVEL_2: 800000n } };
    const { points } = score(standardOf10000, at('LEVEL_2', 300000n), {
      coefficients: [{ level: 'LEVEL_2', coefficient: '0.8' }],
    });
    expect(points.toFixed()).toBe('300');
    expect(roundHalfUpFen(points.times(10).times(100))).toBe(300000n);
  });

  it('leaves the coefficient out of a deviating score where the policy says so', () => {
    const terms = { deviation: { ...deviation, coefficientApplies: false } };
    expect(score(pneumonia, at('TOWNSHIP', 300000n), terms).points.toFixed()).toBe('375');
    expect(score(pneumonia, at('TOWNSHIP', 800000n), terms).points.toFixed()).toBe('677');
  });
});

describe('the coefficient of an institution', () => {
  it.each(policyTerms.points.coefficients.map(({ level, coefficient }) => [level, coefficient] as const))(
    'at %s is %s',
    (level, coefficient) => {
      expect(score(pneumonia, at(level, 800000n)).points.toFixed()).toBe(decimal(coefficient).times(1000).toFixed());
    },
  );

  it.each(levelsWithBeds)('is 1 at %s for a primary-care group: same score, same price', (level) => {
    expect(score(hypertension, at(level, 280000n)).points.toFixed()).toBe('350');
  });
});

describe('a case without a group', () => {
  it('has the points that the policy sets, whatever it cost', () => {
    expect(score(null, at('LEVEL_2', 9_999_999n))).toMatchObject({ state: 'UNGROUPED', points: decimal('50') });
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
  const level = fc.constantFrom(...levelsWithBeds);
  const points = (settlementLevel: SettlementLevel, totalFen: Fen) => score(pneumonia, at(settlementLevel, totalFen)).points;

  it('has more than no points', () => {
    fc.assert(fc.property(level, cost, (where, totalFen) => points(where, totalFen).gt(0)));
  });

  it('has them even where they would round to nothing', () => {
    const light = { ...pneumonia, score: '0.001' };
    expect(score(light, at('LEVEL_3', 1n)).points.toFixed()).toBe('0.0001');
  });

  it('scores no more when it was unusually cheap than when it cost what is usual', () => {
    const low = fc.bigInt({ min: 1n, max: 399_999n });
    fc.assert(fc.property(level, low, (where, totalFen) => points(where, totalFen).lte(points(where, 800000n))));
  });

  it('scores no less when it cost more, above twice the reference', () => {
    const high = fc.bigInt({ min: 1_600_000n, max: 4_000_000n });
    fc.assert(
      fc.property(level, high, high, (where, a, b) => {
        const [lower, higher] = a < b ? [a, b] : [b, a];
        return points(where, lower).lte(points(where, higher));
      }),
    );
  });
});
