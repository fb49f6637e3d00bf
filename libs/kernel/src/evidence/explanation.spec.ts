import { describe, expect, it } from '@jest/globals';
import { decimal } from '../decimal.ts';
import { explainBy } from './explanation.ts';

const deductible = { rule: 'settlement.benefit.deductible', titleZh: '起付线', titleEn: 'Deductible charged' };

describe('a step of an explanation', () => {
  it('tells fen as integers and decimals as exact text', () => {
    const step = explainBy('policy A@1')(
      deductible,
      { levelFen: 20000n, ratio: decimal('0.90'), mode: 'PER_STAY', known: false },
      20000n,
    );
    expect(step).toEqual({
      ...deductible,
      basis: 'policy A@1',
      inputs: { levelFen: 20000, ratio: '0.9', mode: 'PER_STAY', known: false },
      value: 20000,
    });
  });
});
