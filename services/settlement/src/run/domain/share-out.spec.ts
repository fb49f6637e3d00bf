import { describe, expect, it } from '@jest/globals';
import { decimal, sumFen } from '@yigongti/kernel';
import fc from 'fast-check';
import { pointValueYuan, roundingOf, shareOut, sharingPoints, type MemberPoints } from './share-out.ts';

const member = (institutionCode: string, points: string | number, coefficient = '1'): MemberPoints => ({
  institutionCode,
  points: decimal(points),
  coefficient: decimal(coefficient),
});

describe('dues by points (formula of the DIP specification, fund 58 000 000.00)', () => {
  const members = [member('A', 1_200_000), member('B', 2_300_000), member('C', 4_500_000)];
  const fundFen = 5_800_000_000n;

  it('are shares of the fund, to the fen', () => {
    const { shares, withheldFen } = shareOut(fundFen, members);
    expect(shares.map(({ shareFen }) => shareFen)).toEqual([870_000_000n, 1_667_500_000n, 3_262_500_000n]);
    expect(withheldFen).toBe(0n);
  });

  it('have a point value of 10.820896, which only reads well: paying by it rounded would miss the fund by 24 yuan', () => {
    const value = pointValueYuan(fundFen, decimal(8_000_000), decimal('0.67'));
    expect(value.toDecimalPlaces(6).toFixed()).toBe('10.820896');
    expect(decimal('10.8209').times(8_000_000).times('0.67').toFixed()).toBe('58000024');
  });
});

describe('sharing out a month', () => {
  it('gives equal remainders to the smaller codes', () => {
    const { shares } = shareOut(100n, [member('C', 1), member('A', 1), member('B', 1)]);
    expect(shares.map(({ institutionCode, shareFen }) => [institutionCode, shareFen])).toEqual([
      ['C', 33n],
      ['A', 34n],
      ['B', 33n],
    ]);
  });

  it('multiplies each share by the coefficient, half up, and withholds the rest', () => {
    const shared = shareOut(1005n, [member('A', 1, '0.9'), member('B', 2, '0.5')]);
    expect(shared).toEqual({
      shares: [
        { institutionCode: 'A', shareFen: 335n, fen: 302n, withheldFen: 33n },
        { institutionCode: 'B', shareFen: 670n, fen: 335n, withheldFen: 335n },
      ],
      allocatedFen: 637n,
      withheldFen: 368n,
    });
  });

  it('gives nothing for points below zero, and the fund to the others', () => {
    const { shares } = shareOut(100n, [member('A', -50), member('B', 30), member('C', 10)]);
    expect(shares.map(({ shareFen }) => shareFen)).toEqual([0n, 75n, 25n]);
  });

  it.each(['1.2', '1', '0.99999'])('never pays more than the share: coefficient %s', (coefficient) => {
    expect(shareOut(999n, [member('A', 1, coefficient)]).shares[0]).toMatchObject({ fen: 999n, withheldFen: 0n });
  });

  it('refuses to divide by no points', () => {
    expect(() => shareOut(1n, [])).toThrow('all weights are zero');
    expect(() => shareOut(1n, [member('A', 0)])).toThrow('all weights are zero');
  });
});

describe('a month shared out, whatever the points and the scores', () => {
  const fund = fc.bigInt({ min: 0n, max: 10_000_000_000n });
  const points = fc.integer({ min: -9_999_999, max: 99_999_999 }).map((tenThousandths) => decimal(tenThousandths).div(10_000));
  const coefficient = fc.integer({ min: 0, max: 120 }).map((percent) => decimal(percent).div(100));
  const members = fc
    .uniqueArray(fc.record({ code: fc.integer({ min: 0, max: 99 }), points, coefficient }), {
      selector: ({ code }) => code,
      minLength: 1,
      maxLength: 12,
    })
    .map((drawn) => drawn.map(({ code, ...rest }) => ({ institutionCode: `H${code}`, ...rest })))
    .filter((drawn) => drawn.some(({ points: booked }) => booked.gt(0)));

  it('loses no fen: shares sum to the fund, and allocated + withheld = fund', () => {
    fc.assert(
      fc.property(fund, members, (fundFen, drawn) => {
        const { shares, allocatedFen, withheldFen } = shareOut(fundFen, drawn);
        return sumFen(shares.map(({ shareFen }) => shareFen)) === fundFen && allocatedFen + withheldFen === fundFen;
      }),
    );
  });

  it('gives every institution fen + withheld = its share, neither below nothing', () => {
    fc.assert(
      fc.property(fund, members, (fundFen, drawn) =>
        shareOut(fundFen, drawn).shares.every(
          ({ shareFen, fen, withheldFen }) => fen >= 0n && withheldFen >= 0n && fen + withheldFen === shareFen,
        ),
      ),
    );
  });

  it('does not change when all points are scaled', () => {
    fc.assert(
      fc.property(fund, members, fc.integer({ min: 2, max: 9999 }), (fundFen, drawn, factor) => {
        const scaled = drawn.map((one) => ({ ...one, points: one.points.times(factor) }));
        expect(shareOut(fundFen, scaled)).toEqual(shareOut(fundFen, drawn));
      }),
    );
  });

  it('does not depend on the order in which institutions are listed', () => {
    fc.assert(
      fc.property(fund, members, (fundFen, drawn) => {
        const byCode = (a: { institutionCode: string }, b: { institutionCode: string }) =>
          a.institutionCode < b.institutionCode ? -1 : 1;
        const reversed = shareOut(fundFen, [...drawn].reverse()).shares;
        expect([...reversed].sort(byCode)).toEqual([...shareOut(fundFen, drawn).shares].sort(byCode));
      }),
    );
  });

  it('can be followed from one line alone: whole fen, fen left, and the place of the remainder', () => {
    fc.assert(
      fc.property(fund, members, (fundFen, drawn) => {
        const weights = drawn.map(({ institutionCode, points: booked }) => ({ institutionCode, points: sharingPoints(booked) }));
        return shareOut(fundFen, drawn).shares.every(({ institutionCode, shareFen }) => {
          const { wholeFen, leftFen, place } = roundingOf(fundFen, weights, institutionCode);
          return shareFen === wholeFen + (BigInt(place) <= leftFen ? 1n : 0n);
        });
      }),
    );
  });
});
