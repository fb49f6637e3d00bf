import { describe, expect, it } from '@jest/globals';
import { allocateByLargestRemainder, decimal, monthsOfYear, roundUpFen, sumFen } from '@yigongti/kernel';
import fc from 'fast-check';
import { policyBasis, policyTerms } from '../../../../test/fixtures/policies.ts';
import { holdBack, packageByFunding } from './year-package.ts';

const inForce = { terms: policyTerms.fund, basis: policyBasis };
const months = (fen: bigint) =>
  allocateByLargestRemainder(
    fen,
    monthsOfYear(2026).map((key) => ({ key, weight: 1 })),
  );

describe('a package by budget', () => {
  const terms = { riskReserveRatio: '0.03', adjustmentReserveRatio: '0', carveOuts: [] };

  it('is 101 850 000.00 of 100 000 000 × 1.05 with 3 % held back, and ties over twelve months', () => {
    const held = holdBack({ terms, basis: policyBasis }, 10_500_000_000n);
    expect(held).toMatchObject({ riskReserveFen: 315_000_000n, packageFen: 10_185_000_000n });
    expect([...months(held.packageFen).values()]).toEqual(Array(12).fill(848_750_000n));
  });

  it('splits 6 : 3 : 1 to the fen', () => {
    const split = (fen: bigint) => [
      ...allocateByLargestRemainder(fen, [
        { key: '1 county', weight: 6 },
        { key: '2 township', weight: 3 },
        { key: '3 village', weight: 1 },
      ]).values(),
    ];
    expect(split(100_000_001n)).toEqual([60_000_001n, 30_000_000n, 10_000_000n]);
    expect(split(7n)).toEqual([4n, 2n, 1n]);
  });
});

describe('a package by funding (Jiamusi 2018: 210 + 450 = 660 a head)', () => {
  it('holds back the big-illness premium, the reserves and the carve-outs', () => {
    expect(packageByFunding(inForce, 1000)).toMatchObject({
      fundingFen: 66_000_000n,
      bigIllnessPremiumFen: 6_000_000n,
      budgetFen: 60_000_000n,
      riskReserveFen: 1_800_000n,
      adjustmentReserveFen: 3_000_000n,
      carveOutFen: 1_000_000n,
      packageFen: 54_200_000n,
    });
  });

  it('opens to its inputs, step by step', () => {
    const { steps } = packageByFunding(inForce, 1000);
    expect(steps[0]).toMatchObject({
      rule: 'settlement.fund.funding',
      inputs: { insuredCount: 1000, perPersonFen: 66000 },
      value: 66_000_000,
    });
    expect(steps.at(-1)).toMatchObject({ rule: 'settlement.fund.package', value: 54_200_000, basis: policyBasis });
  });

  it('is budget less all that is held back, whatever the figures, and the months sum to it', () => {
    const ratio = fc.integer({ min: 0, max: 49 }).map((percent) => `0.${String(percent).padStart(2, '0')}`);
    fc.assert(
      fc.property(ratio, ratio, fc.integer({ min: 1, max: 2_000_000 }), (riskReserveRatio, adjustmentReserveRatio, insured) => {
        const opened = packageByFunding(
          { ...inForce, terms: { ...inForce.terms, riskReserveRatio, adjustmentReserveRatio, carveOuts: [] } },
          insured,
        );
        const { packageFen, riskReserveFen, adjustmentReserveFen, budgetFen } = opened;
        return (
          packageFen + riskReserveFen + adjustmentReserveFen === budgetFen && sumFen(months(packageFen).values()) === packageFen
        );
      }),
    );
  });
});

describe('the floor of a contract fee for its staff (Changle 2023, 四(五): at least 70 %)', () => {
  it.each([
    ['1 500 persons at 120 yuan', 18_000_000n, 12_600_000n],
    ['100.01 yuan', 10_001n, 7_001n],
  ])('of %s is rounded up to the fen', (_, feeFen, floorFen) => {
    expect(roundUpFen(decimal(feeFen).times('0.70'))).toBe(floorFen);
  });
});

describe('a surplus by scores (public fund-pool tests)', () => {
  const scores = [
    { key: 'A', weight: '13.3' },
    { key: 'B', weight: '6.7' },
    { key: 'C', weight: '0' },
  ];

  it('of 925 000.00 by 13.3 / 6.7 / 0 is 615 125.00 / 309 875.00 / 0.00', () => {
    expect([...allocateByLargestRemainder(92_500_000n, scores).values()]).toEqual([61_512_500n, 30_987_500n, 0n]);
  });

  it('does not change when all weights are scaled', () => {
    const scaled = scores.map(({ key, weight }) => ({ key, weight: decimal(weight).div(10_000) }));
    expect(allocateByLargestRemainder(92_500_000n, scaled)).toEqual(allocateByLargestRemainder(92_500_000n, scores));
  });

  it.each([
    [10_000n, [3334n, 3333n, 3333n]],
    [5n, [2n, 2n, 1n]],
  ])('of %s fen in equal parts loses nothing', (fen, parts) => {
    expect([
      ...allocateByLargestRemainder(
        fen,
        ['A', 'B', 'C'].map((key) => ({ key, weight: 1 })),
      ).values(),
    ]).toEqual(parts);
  });

  it('with scores below zero or all zero is refused, never divided', () => {
    const lowered = scores.map(({ key, weight }) => ({ key, weight: decimal(weight).minus(50) }));
    expect(() => allocateByLargestRemainder(1n, lowered)).toThrow('below zero');
    expect(() => allocateByLargestRemainder(1n, [{ key: 'A', weight: 0 }])).toThrow('all weights are zero');
  });
});
