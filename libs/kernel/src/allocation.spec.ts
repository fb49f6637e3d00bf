import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocateByLargestRemainder } from './allocation.ts';
import { sumFen } from './money.ts';

const shares = (total: bigint, weights: Record<string, string | number>) =>
  Object.fromEntries(
    allocateByLargestRemainder(
      total,
      Object.entries(weights).map(([key, weight]) => ({ key, weight })),
    ),
  );

describe('allocation by largest remainder', () => {
  // Published and derived examples: surplus distribution with scores as weights, equal split of a yuan, 6:3:1 between levels.
  it.each([
    [92_500_000n, { A: '13.3', B: '6.7', C: 0 }, { A: 61_512_500n, B: 30_987_500n, C: 0n }],
    [92_500_000n, { A: '0.00133', B: '0.00067', C: 0 }, { A: 61_512_500n, B: 30_987_500n, C: 0n }],
    [10_000n, { A: 1, B: 1, C: 1 }, { A: 3_334n, B: 3_333n, C: 3_333n }],
    [5n, { A: 1, B: 1, C: 1 }, { A: 2n, B: 2n, C: 1n }],
    [100_000_001n, { county: 6, township: 3, village: 1 }, { county: 60_000_001n, township: 30_000_000n, village: 10_000_000n }],
    [7n, { county: 6, township: 3, village: 1 }, { county: 4n, township: 2n, village: 1n }],
    [
      5_800_000_000n,
      { H1: 1_200_000, H2: 2_300_000, H3: 4_500_000 },
      { H1: 870_000_000n, H2: 1_667_500_000n, H3: 3_262_500_000n },
    ],
    [0n, { A: 0, B: 0 }, { A: 0n, B: 0n }],
  ])('%s fen by %j', (total, weights, expected) => {
    expect(shares(total, weights as Record<string, string | number>)).toEqual(expected);
  });

  it('gives a tie to the smaller key, whatever the order of the receivers', () => {
    expect(shares(1n, { B: 1, A: 1 })).toEqual({ A: 1n, B: 0n });
  });

  it.each([
    ['kernel.allocation.no-weight', 1n, { A: 0 }],
    ['kernel.allocation.negative-weight', 1n, { A: 1, B: '-0.1' }],
    ['kernel.allocation.negative-total', -1n, { A: 1 }],
  ])('refuses with %s', (code, total, weights) => {
    expect(() => shares(total, weights as Record<string, string | number>)).toThrow(expect.objectContaining({ code }));
  });

  it('refuses a receiver that stands twice', () => {
    const twice = [
      { key: 'A', weight: 1 },
      { key: 'A', weight: 2 },
    ];
    expect(() => allocateByLargestRemainder(3n, twice)).toThrow(
      expect.objectContaining({ code: 'kernel.allocation.repeated-key' }),
    );
  });

  const receivers = fc
    .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 30 })
    .chain((keys) => fc.tuple(fc.constant(keys), fc.array(fc.nat(1_000_000), { minLength: keys.length, maxLength: keys.length })))
    .filter(([, weights]) => weights.some((weight) => weight > 0))
    .map(([keys, weights]) => keys.map((key, index) => ({ key, weight: weights[index]! })));
  const total = fc.bigInt({ min: 0n, max: 10n ** 14n });

  it('sums to the total, and no share is a whole fen away from its exact quota', () => {
    fc.assert(
      fc.property(total, receivers, (fund, list) => {
        const parts = allocateByLargestRemainder(fund, list);
        const weightSum = list.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
        expect(sumFen(parts.values())).toBe(fund);
        for (const { key, weight } of list) {
          const distance = parts.get(key)! * weightSum - fund * BigInt(weight);
          expect(distance < weightSum && distance > -weightSum).toBe(true);
        }
      }),
    );
  });

  it('does not change when all weights are scaled', () => {
    fc.assert(
      fc.property(total, receivers, fc.integer({ min: 1, max: 9_999 }), (fund, list, factor) => {
        const scaled = list.map(({ key, weight }) => ({ key, weight: weight * factor }));
        expect(allocateByLargestRemainder(fund, scaled)).toEqual(allocateByLargestRemainder(fund, list));
      }),
    );
  });
});
