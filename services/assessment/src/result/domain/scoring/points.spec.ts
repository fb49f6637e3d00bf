import { describe, expect, it } from '@jest/globals';
import { decimal, InvariantViolated } from '@yigongti/kernel';
import fc from 'fast-check';
import { meanRanks } from './graded.ts';
import { pointsOf, type ScoringRule } from './points.ts';

const shown = (rule: ScoringRule, weight: string, value: string) => pointsOf(rule, weight, value).toDecimalPlaces(2).toFixed(2);

/** Arrival of funds, arrival time and misuse as a province scored them (Liaoning). */
const fundArrival: ScoringRule = {
  kind: 'TIER',
  bands: [{ from: '100', points: '2' }, { from: '80', points: '1' }, { points: '0' }],
};
const arrivalMonths: ScoringRule = { kind: 'TIER', bands: [{ to: '1', points: '2' }, { to: '2', points: '1' }, { points: '0' }] };
const misuse: ScoringRule = { kind: 'TIER', bands: [{ from: '5', points: '0' }, { points: '5' }] };
const grades: ScoringRule = { kind: 'QUAL', shares: { A: '1.0', B: '0.6', C: '0' } };
const visits: ScoringRule = { kind: 'RANGE', from: '5', to: '8', width: '2' };
const growth: ScoringRule = { kind: 'GROWTH', last: '60', target: '70' };
const deduct: ScoringRule = { kind: 'DEDUCT', pointsEach: '2' };

describe('a scoring method', () => {
  it.each<[string, ScoringRule, string, string, string]>([
    ['LINEAR_UP below the target', { kind: 'LINEAR_UP', target: '90' }, '20', '86.56', '19.24'],
    ['LINEAR_UP at the target', { kind: 'LINEAR_UP', target: '90' }, '20', '90', '20.00'],
    ['LINEAR_UP above the target', { kind: 'LINEAR_UP', target: '90' }, '20', '99.76', '20.00'],
    ['LINEAR_DOWN above the target', { kind: 'LINEAR_DOWN', target: '10.0' }, '10', '11.0', '9.09'],
    ['LINEAR_DOWN below the target', { kind: 'LINEAR_DOWN', target: '10.0' }, '10', '9.9', '10.00'],
    ['LINEAR_DOWN at nothing', { kind: 'LINEAR_DOWN', target: '10.0' }, '10', '0', '10.00'],
    ['TIER, all of the fund', fundArrival, '2', '100', '2.00'],
    ['TIER, most of the fund', fundArrival, '2', '99.99', '1.00'],
    ['TIER, just enough of the fund', fundArrival, '2', '80', '1.00'],
    ['TIER, too little of the fund', fundArrival, '2', '79.99', '0.00'],
    ['TIER, within a month', arrivalMonths, '2', '1', '2.00'],
    ['TIER, in the second month', arrivalMonths, '2', '1.5', '1.00'],
    ['TIER, in the third month', arrivalMonths, '2', '2.1', '0.00'],
    ['TIER, misuse of 5 %', misuse, '5', '5', '0.00'],
    ['TIER, misuse below', misuse, '5', '4.99', '5.00'],
    ['RANGE above', visits, '5', '9', '2.50'],
    ['RANGE below', visits, '5', '4', '2.50'],
    ['RANGE inside', visits, '5', '8', '5.00'],
    ['RANGE far outside', visits, '5', '12', '0.00'],
    ['GROWTH on the way', growth, '10', '64', '4.00'],
    ['GROWTH beyond the target', growth, '10', '75', '10.00'],
    ['GROWTH backwards', growth, '10', '55', '0.00'],
    ['GROWTH of who was there already', { kind: 'GROWTH', last: '70', target: '70' }, '10', '70', '10.00'],
    ['GROWTH of who fell from there', { kind: 'GROWTH', last: '70', target: '70' }, '10', '69', '0.00'],
    ['DEDUCT three times', deduct, '5', '3', '0.00'],
    ['DEDUCT once', deduct, '5', '1', '3.00'],
    ['QUAL, grade A', grades, '4', 'A', '4.00'],
    ['QUAL, grade B', grades, '4', 'B', '2.40'],
    ['QUAL, grade C', grades, '4', 'C', '0.00'],
    [
      'RANK, first of eight',
      { kind: 'RANK', peers: ['8', '7', '6', '5', '4', '3', '2', '1'], better: 'HIGH' },
      '10',
      '8',
      '10.00',
    ],
    ['RANK, last of eight', { kind: 'RANK', peers: ['8', '7', '6', '5', '4', '3', '2', '1'], better: 'HIGH' }, '8', '1', '1.00'],
    ['RANK, the cheapest first', { kind: 'RANK', peers: ['8', '7'], better: 'LOW' }, '10', '7', '10.00'],
  ])('%s', (_, rule, weight, value, points) => {
    expect(shown(rule, weight, value)).toBe(points);
  });

  it('lets ties share the mean of their ranks: two at rank 3 both get 3.5', () => {
    const ranks = meanRanks(['9', '8', '5', '5', '4'], 'HIGH').map((rank) => rank.toFixed());
    expect(ranks).toEqual(['1', '2', '3.5', '3.5', '5']);
    expect(shown({ kind: 'RANK', peers: ['9', '8', '5', '5', '4'], better: 'HIGH' }, '5', '5')).toBe('2.50');
  });

  it('gives out the mean of all ranks, however many tie', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 }), (values) => {
        const sum = meanRanks(values, 'LOW').reduce((running, rank) => running.plus(rank), decimal(0));
        return sum.eq(decimal(values.length * (values.length + 1)).div(2));
      }),
    );
  });

  it.each<[string, ScoringRule, string]>([
    ['no band', { kind: 'TIER', bands: [{ from: '80', points: '1' }] }, '79'],
    ['no share', grades, 'D'],
    ['no share that every object has', grades, 'toString'],
  ])('is not invented where a value has %s', (_, rule, value) => {
    expect(() => pointsOf(rule, '5', value)).toThrow(InvariantViolated);
  });

  it('never gives more than the weight nor less than nothing', () => {
    const x = fc.integer({ min: 0, max: 100_000 }).map((n) => decimal(n).div(1000).toFixed());
    const rule = fc.oneof(
      fc.record({
        kind: fc.constantFrom('LINEAR_UP' as const, 'LINEAR_DOWN' as const),
        target: fc.integer({ min: 1, max: 90_000 }).map((n) => decimal(n).div(1000)),
      }),
      fc.constantFrom(visits, growth, deduct),
    );
    fc.assert(
      fc.property(rule, x, (method, value) => {
        const points = pointsOf(method, '20', value);
        return points.gte(0) && points.lte(20);
      }),
    );
  });
});
