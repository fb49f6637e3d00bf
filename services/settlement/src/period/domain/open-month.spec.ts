import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nothingClosed, openMonthFrom } from './open-month.ts';

describe('the month that something is booked in', () => {
  it.each<[string, string[], number[], string]>([
    ['is its own while that is open', [], [], '2026-06'],
    ['is its own although a later one was cleared', ['2026-07'], [], '2026-06'],
    ['is the next one once its own is cleared', ['2026-06'], [], '2026-07'],
    ['passes over every cleared one', ['2026-06', '2026-07', '2026-09'], [], '2026-08'],
    [
      'is in January once December is cleared',
      ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'],
      [],
      '2027-01',
    ],
    ['is in the next year once the year is cleared, whatever months were not', ['2026-06'], [2026], '2027-01'],
    ['passes over two cleared years', [], [2026, 2027], '2028-01'],
  ])('%s', (_, months, years, expected) => {
    expect(openMonthFrom('2026-06', { months: new Set(months), years: new Set(years) })).toBe(expected);
  });

  it('is always open, never before the care, and the same when asked again', () => {
    const closed = fc
      .record({
        months: fc.uniqueArray(fc.integer({ min: 0, max: 23 })),
        years: fc.uniqueArray(fc.constantFrom(2026, 2027)),
      })
      .map(({ months, years }) => ({
        months: new Set(months.map((n) => `${2026 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`)),
        years: new Set<number>(years),
      }));
    fc.assert(
      fc.property(closed, (periods) => {
        const month = openMonthFrom('2026-03', periods);
        const open = !periods.months.has(month) && !periods.years.has(Number(month.slice(0, 4)));
        return open && month >= '2026-03' && openMonthFrom(month, periods) === month;
      }),
    );
    expect(openMonthFrom('2026-03', nothingClosed)).toBe('2026-03');
  });
});
