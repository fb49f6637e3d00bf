import { describe, expect, it } from '@jest/globals';
import { ratioOf, spreadOf } from './statistics.ts';

describe('the spread of rounds', () => {
  it.each([
    [[3, 1, 2], { median: 2, min: 1, max: 3 }],
    [[4, 1, 2, 3], { median: 2.5, min: 1, max: 4 }],
    [[7], { median: 7, min: 7, max: 7 }],
  ])('of %j', (values, spread) => {
    expect(spreadOf(values)).toEqual(spread);
  });

  it('of nothing is refused', () => {
    expect(() => spreadOf([])).toThrow(RangeError);
  });
});

describe('a ratio', () => {
  it('is taken inside each round, against the slowest limit', () => {
    const measured = { name: 'ours', perSecond: [50, 200, 90] };
    const limits = [
      { name: 'a', perSecond: [100, 400, 100] },
      { name: 'b', perSecond: [200, 200, 300] },
    ];
    expect(ratioOf(measured, limits)).toEqual({ median: 0.9, min: 0.5, max: 1 });
  });
});
