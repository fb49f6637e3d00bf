import { describe, expect, it } from '@jest/globals';
import { Refused } from '@yigongti/kernel';
import type { SchemeItem, SchemeProposal } from './scheme-proposal.ts';
import { publishScheme } from './scheme.ts';

const item = (indicatorCode: string, weight: string, change: Partial<SchemeItem> = {}): SchemeItem => ({
  indicatorCode,
  weight,
  scoring: indicatorCode === 'COST-IP' ? 'LINEAR_DOWN' : 'LINEAR_UP',
  target: '0.5',
  ...change,
});

const proposal = (items: readonly SchemeItem[]): SchemeProposal => ({
  schemeId: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01',
  schemeCode: 'CHANGLE-MONTH',
  schemeVersion: 1,
  validFrom: '2025-01-01',
  items,
  directions: { 'CON-COV': 'UP', 'COST-IP': 'DOWN', 'REF-RATIO': 'UP' },
});

function reasonsOf(items: readonly SchemeItem[]) {
  try {
    publishScheme(proposal(items));
    return [];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.refusals.map(({ code, pointer }) => `${code.replace('assessment.scheme.', '')} ${pointer}`);
  }
}

describe('a scheme', () => {
  it('is published with its items by code and its decimals in one form', () => {
    const scheme = publishScheme(proposal([item('REF-RATIO', '33.40'), item('COST-IP', '033.3'), item('CON-COV', '33.30')]));
    expect(scheme).toMatchObject({ schemeCode: 'CHANGLE-MONTH', schemeVersion: 1, version: 1 });
    expect(scheme.items.map(({ indicatorCode, weight }) => [indicatorCode, weight])).toEqual([
      ['CON-COV', '33.3'],
      ['COST-IP', '33.3'],
      ['REF-RATIO', '33.4'],
    ]);
    expect(scheme).not.toHaveProperty('directions');
  });

  it.each<[string, SchemeItem[], string]>([
    ['weights short of 100', [item('CON-COV', '99.99')], 'weights-not-hundred /items'],
    ['weights above 100', [item('CON-COV', '60'), item('COST-IP', '40.01')], 'weights-not-hundred /items'],
    [
      'an indicator out of the catalogue',
      [item('CON-COV', '60'), item('VIS-CNTY', '40')],
      'indicator-unknown /items/1/indicatorCode',
    ],
    [
      'an indicator that is a property of every object',
      [item('CON-COV', '60'), item('valueOf', '40')],
      'indicator-unknown /items/1/indicatorCode',
    ],
    ['an indicator twice', [item('CON-COV', '60'), item('CON-COV', '40')], 'indicator-repeated /items/1/indicatorCode'],
    ['a weight of 0', [item('CON-COV', '100'), item('COST-IP', '0')], 'weight-not-positive /items/1/weight'],
    ['a target of 0', [item('CON-COV', '100', { target: '0.00' })], 'target-not-positive /items/0/target'],
    [
      'a reward for cost',
      [item('CON-COV', '60'), item('COST-IP', '40', { scoring: 'LINEAR_UP' })],
      'scoring-against-direction /items/1/scoring',
    ],
    [
      'a reward for the lack of contracts',
      [item('CON-COV', '100', { scoring: 'LINEAR_DOWN' })],
      'scoring-against-direction /items/0/scoring',
    ],
  ])('is refused for %s', (_, items, reason) => {
    expect(reasonsOf(items)).toEqual([reason]);
  });

  it('is refused for all reasons at once, in their order', () => {
    expect(
      reasonsOf([item('X', '-10', { target: '-1' }), item('X', '20'), item('COST-IP', '20', { scoring: 'LINEAR_UP' })]),
    ).toEqual([
      'weights-not-hundred /items',
      'indicator-unknown /items/0/indicatorCode',
      'indicator-unknown /items/1/indicatorCode',
      'indicator-repeated /items/1/indicatorCode',
      'weight-not-positive /items/0/weight',
      'target-not-positive /items/0/target',
      'scoring-against-direction /items/2/scoring',
    ]);
  });
});
