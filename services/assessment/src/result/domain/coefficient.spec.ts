import { describe, expect, it } from '@jest/globals';
import { allocateByLargestRemainder, decimal, InvariantViolated } from '@yigongti/kernel';
import { linkageOf, type CoefficientTable } from './coefficient.ts';

/** The default table, as it stands in the profiles of Changle and Deqing. */
const table: CoefficientTable = {
  rows: [
    { from: '90', coefficient: '1.00', rectification: false },
    { from: '80', dividedBy: '90', rectification: false },
    { from: '70', dividedBy: '100', rectification: false },
    { from: '60', coefficient: '0.60', rectification: false },
    { from: '0', coefficient: '0.50', rectification: true },
  ],
  places: 6,
};

describe('the coefficient of a score', () => {
  it.each([
    ['100.00', '1', false],
    ['90.00', '1', false],
    ['89.99', '0.999889', false],
    ['85.00', '0.944444', false],
    ['80.00', '0.888889', false],
    ['79.99', '0.7999', false],
    ['70.00', '0.7', false],
    ['69.99', '0.6', false],
    ['60.00', '0.6', false],
    ['59.99', '0.5', true],
    ['0.00', '0.5', true],
  ])('of %s is %s', (score, coefficient, rectification) => {
    expect(linkageOf(score, table)).toMatchObject({ coefficient, rectification });
  });

  it('says which row decided', () => {
    expect(linkageOf('85', table).rowFrom).toBe('80');
  });

  it('is not invented below the table', () => {
    expect(() => linkageOf('59', { ...table, rows: table.rows.slice(0, 4) })).toThrow(InvariantViolated);
  });

  /** A pool is split by base × coefficient, to the fen, ties by code. */
  it('splits 1 000 000.01 yuan over three equal units', () => {
    const weight = decimal('100').times(linkageOf('95', table).coefficient);
    const shares = allocateByLargestRemainder(100_000_001n, [
      { key: 'T03', weight },
      { key: 'T01', weight },
      { key: 'T02', weight },
    ]);
    expect([...shares].sort()).toEqual([
      ['T01', 33_333_334n],
      ['T02', 33_333_334n],
      ['T03', 33_333_333n],
    ]);
  });
});
