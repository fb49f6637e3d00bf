import { describe, expect, it } from '@jest/globals';
import { digestOf, type Json } from '@yigongti/kernel';
import { policyTerms } from '../../test/fixtures/policies.ts';
import type { PolicyTerms } from './domain/policy-terms.ts';
import { toPackage, toTerms } from './policy-package.ts';

const ownRow: PolicyTerms = {
  ...policyTerms,
  benefit: {
    ...policyTerms.benefit,
    referralPenalty: {
      mode: 'SEPARATE_ROW',
      deductibleFen: 150000n,
      ratio: '0.40',
      levels: ['LEVEL_3'],
      visitKinds: ['INPATIENT'],
    },
  },
};

describe('a policy package', () => {
  it.each([
    ['with points off', policyTerms],
    ['with a row of its own for going without a referral', ownRow],
  ])('goes to JSON and back %s', (_, terms) => {
    const throughText = JSON.parse(JSON.stringify(toPackage(terms))) as ReturnType<typeof toPackage>;
    expect(toTerms(throughText)).toEqual(terms);
  });

  it('has the same digest as long as no figure changes', () => {
    const digest = (terms: PolicyTerms) => digestOf(toPackage(terms) as unknown as Json);
    expect(digest(toTerms(toPackage(policyTerms)))).toBe(digest(policyTerms));
    expect(digest({ ...policyTerms, benefit: { ...policyTerms.benefit, annualCapFen: 8000001n } })).not.toBe(digest(policyTerms));
  });
});
