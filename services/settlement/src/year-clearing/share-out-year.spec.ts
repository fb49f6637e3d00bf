import { describe, expect, it } from '@jest/globals';
import { decimal, sumFen } from '@yigongti/kernel';
import fc from 'fast-check';
import { shareOut } from '../run/index.ts';
import type { YearAssessment } from './domain/year.ts';
import { partsOf, shareOutYear, type YearMember } from './share-out-year.ts';

const member = (institutionCode: string, points: number, change: Partial<YearMember> = {}): YearMember => ({
  ...{ institutionCode, bookingCount: 1, bookedPoints: decimal(points), frozen: null, monthShareFen: 0n, paidFen: 0n },
  ...change,
});
const by = (how: YearAssessment['by']): YearAssessment => ({ by: how, decimalPlaces: 6 });
const frozen = (coefficient: string) => ({ score: '98', coefficient: decimal(coefficient) });

describe('the clearing of a year', () => {
  // Settlement oracle: due 8 700 000.00 × 0.98 = 8 526 000.00; the months paid 7 600 000.00. Audit and start-up advance are not deducted here.
  it('pays what is due by the year less what its months paid', () => {
    const [line] = shareOutYear(
      870_000_000n,
      [member('H1', 1_200_000, { frozen: frozen('0.98'), monthShareFen: 775_510_204n, paidFen: 760_000_000n })],
      by('YEAR_RESULT'),
    );
    expect(line).toMatchObject({ shareFen: 870_000_000n, dueFen: 852_600_000n, clearingFen: 92_600_000n, score: '98' });
  });

  it('recovers what was paid beyond the due, shown below zero', () => {
    const lines = shareOutYear(
      1000n,
      [member('H1', 1, { monthShareFen: 700n, paidFen: 700n }), member('T1', 1, { monthShareFen: 300n, paidFen: 300n })],
      by('NONE'),
    );
    expect(lines.map(({ dueFen, clearingFen }) => [dueFen, clearingFen])).toEqual([
      [500n, -200n],
      [500n, 200n],
    ]);
  });

  it('lets what the months made of the money hold for the year: paid / shared out, half up', () => {
    const paid = { monthShareFen: 3n, paidFen: 2n };
    const [line] = shareOutYear(1_000_000n, [member('H1', 5, paid)], by('MONTH_RESULTS'));
    expect(line).toMatchObject({ coefficient: '0.666667', dueFen: 666_667n, score: null });
  });

  it('gives the whole share to who was in no month, or has no score', () => {
    expect(shareOutYear(9n, [member('H1', 5)], by('MONTH_RESULTS'))[0]).toMatchObject({ coefficient: '1', dueFen: 9n });
    expect(shareOutYear(9n, [member('H1', 5)], by('YEAR_RESULT'))[0]).toMatchObject({
      coefficient: '1',
      dueFen: 9n,
      score: null,
    });
  });

  it('recovers all of it where everything was taken back', () => {
    const lines = shareOutYear(100n, [member('H1', -3, { monthShareFen: 60n, paidFen: 50n }), member('T1', 1)], by('NONE'));
    expect(lines[0]).toMatchObject({ bookedPoints: '-3', points: '0', shareFen: 0n, dueFen: 0n, clearingFen: -50n });
    expect(lines[1]).toMatchObject({ dueFen: 100n });
  });
});

describe('a year of twelve months, whatever their points and scores', () => {
  const points = fc.integer({ min: 0, max: 9_999_999 }).map((tenThousandths) => decimal(tenThousandths).div(10_000));
  const coefficient = fc.integer({ min: 0, max: 110 }).map((percent) => decimal(percent).div(100));
  const month = fc.array(fc.record({ points, coefficient }), { minLength: 4, maxLength: 4 });
  const year = fc.record({
    fundsFen: fc.array(fc.bigInt({ min: 0n, max: 1_000_000_000n }), { minLength: 12, maxLength: 12 }),
    months: fc.array(month, { minLength: 12, maxLength: 12 }),
    assessment: fc.constantFrom(by('YEAR_RESULT'), by('MONTH_RESULTS'), by('NONE')),
    frozen: fc.array(fc.option(coefficient), { minLength: 4, maxLength: 4 }),
  });
  const codes = ['H1', 'T1', 'T2', 'V1'];
  type Year = typeof year extends fc.Arbitrary<infer T> ? T : never;

  /** Clears the months that have points, then the year. */
  function play({ fundsFen, months, assessment, frozen: results }: Year) {
    const members = codes.map((code) => ({ ...member(code, 0) }));
    months.forEach((drawn, index) => {
      const sharing = drawn.map((one, place) => ({ institutionCode: codes[place]!, ...one }));
      const cleared = drawn.some((one) => one.points.gt(0)) ? shareOut(fundsFen[index]!, sharing).shares : [];
      codes.forEach((_, place) => {
        const before = members[place]!;
        members[place] = {
          ...before,
          bookedPoints: before.bookedPoints.plus(drawn[place]!.points),
          monthShareFen: before.monthShareFen + (cleared[place]?.shareFen ?? 0n),
          paidFen: before.paidFen + (cleared[place]?.fen ?? 0n),
          frozen: results[place] ? { score: '1', coefficient: results[place] } : null,
        };
      });
    });
    const fundFen = sumFen(fundsFen);
    return { fundFen, members, lines: shareOutYear(fundFen, members, assessment) };
  }
  const withPoints = year.filter(({ months }) => months.some((drawn) => drawn.some((one) => one.points.gt(0))));

  it('is paid once: twelve months and the clearing are what is due for the year, for each and for all', () => {
    fc.assert(
      fc.property(withPoints, (drawn) => {
        const { fundFen, lines } = play(drawn);
        const due = sumFen(lines.map(({ dueFen }) => dueFen));
        return (
          lines.every(({ paidFen, clearingFen, dueFen }) => paidFen + clearingFen === dueFen) &&
          sumFen(lines.map(({ shareFen }) => shareFen)) === fundFen &&
          due + sumFen(lines.map(({ withheldFen }) => withheldFen)) === fundFen
        );
      }),
    );
  });

  it('is paid for three reasons that sum to the payment', () => {
    fc.assert(
      fc.property(withPoints, (drawn) =>
        play(drawn).lines.every((line) => {
          const { pointsFen, releasedFen, keptBackFen } = partsOf(line);
          return pointsFen + releasedFen + keptBackFen === line.clearingFen;
        }),
      ),
    );
  });

  it('does not depend on the order of institutions, nor on how its points were spread over the months', () => {
    fc.assert(
      fc.property(withPoints, (drawn) => {
        const { fundFen, members, lines } = play(drawn);
        const turned = shareOutYear(fundFen, [...members].reverse(), drawn.assessment).reverse();
        expect(turned).toEqual(lines);
        const shares = shareOutYear(
          fundFen,
          members.map((one) => ({ ...one, monthShareFen: 0n, paidFen: 0n })),
          by('NONE'),
        );
        expect(shares.map(({ shareFen }) => shareFen)).toEqual(lines.map(({ shareFen }) => shareFen));
      }),
    );
  });
});
