import { describe, expect, it } from '@jest/globals';
import { decimal } from './decimal.ts';
import { fenToJson, formatYuan, roundHalfUpFen, roundUpFen } from './money.ts';

describe('rounding to fen', () => {
  it.each([
    ['0.5', 1n],
    ['0.4999', 0n],
    ['1.5', 2n],
    ['-0.5', -1n],
    ['15495.999', 15_496n],
  ])('%s fen, half up, is %s', (amount, expected) => expect(roundHalfUpFen(amount)).toBe(expected));

  it('a legal floor is rounded up: 70 %% of 100.01 yuan is 70.01', () => {
    expect(roundUpFen(decimal(10_001).times('0.70'))).toBe(7_001n);
  });

  it('refuses a binary float', () => expect(() => decimal(0.1)).toThrow(RangeError));
});

describe('fen outside of code', () => {
  it('is an integer in JSON', () => expect(fenToJson(9_007_199_254_740_991n)).toBe(9_007_199_254_740_991));
  it('is refused where JSON would round it', () => expect(() => fenToJson(9_007_199_254_740_992n)).toThrow(/does not fit/));
  it.each([
    [0n, '0.00'],
    [-5n, '-0.05'],
    [123_456_789n, '1,234,567.89'],
  ])('%s fen reads as %s', (amount, text) => expect(formatYuan(amount)).toBe(text));
});
