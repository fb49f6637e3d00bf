import { describe, it } from '@jest/globals';
import type { Fen } from '@yigongti/kernel';
import fc from 'fast-check';
import { policyBasis, policyTerms } from '../../../../test/fixtures/policies.ts';
import { levelsWithBeds } from '../level-rules.ts';
import type { BenefitTerms, ReferralPenalty } from './benefit-terms.ts';
import { payBenefit, type BenefitFacts, type Stay } from './benefit.ts';

const counts = { counts: true, reason: 'COUNTS' };
const none = { counts: false, reason: 'NOT_KNOWN' };
const fen = fc.bigInt({ min: 0n, max: 50_000_000n });
const level = fc.constantFrom(...levelsWithBeds);

const scope: Pick<ReferralPenalty, 'levels' | 'visitKinds'> = { levels: ['LEVEL_2', 'LEVEL_3'], visitKinds: ['INPATIENT'] };
const penalty = fc.constantFrom<ReferralPenalty>(
  { mode: 'RATIO_POINTS', points: '0.80', ...scope },
  { mode: 'SEPARATE_ROW', deductibleFen: 150000n, ratio: '0.40', ...scope },
  { mode: 'PRE_SELF_PAY', share: '0.333', ...scope },
);
const terms: fc.Arbitrary<BenefitTerms> = fc
  .record({ referralPenalty: penalty, deductibleMode: fc.constantFrom('PER_STAY' as const, 'PER_YEAR' as const) })
  .map((chosen) => ({ ...policyTerms.benefit, ...chosen }));

const stay: fc.Arbitrary<Stay> = fc
  .record({ settlementLevel: level, ownFen: fen, preSelfPayFen: fen, inScopeFen: fen, inpatient: fc.boolean() })
  .map(({ settlementLevel, ownFen, preSelfPayFen, inScopeFen, inpatient }) => ({
    visitKind: inpatient ? 'INPATIENT' : 'OUTPATIENT',
    settlementLevel,
    totalFen: ownFen + preSelfPayFen + inScopeFen,
    preSelfPayFen,
    inScopeFen,
  }));

const facts: fc.Arbitrary<BenefitFacts> = fc.record({
  referral: fc.constantFrom(counts, none),
  contracted: fc.boolean(),
  fundPaidFen: fen,
  deductiblePaidFen: fen,
  linkedDeductibleFen: fc.option(fen),
});

const pay = (applied: BenefitTerms, visited: Stay, known: BenefitFacts) =>
  payBenefit({ terms: applied, basis: policyBasis }, visited, known);

describe('a benefit, whatever the terms and the patient', () => {
  it('splits the total without a fen left over: own + over limit + pre-self-pay + scope = total = fund + personal', () => {
    fc.assert(
      fc.property(terms, stay, facts, (applied, visited, known) => {
        const ownFen = visited.totalFen - visited.preSelfPayFen - visited.inScopeFen;
        const benefit = pay(applied, visited, known);
        return (
          ownFen + benefit.preSelfPayFen + benefit.inScopeFen === visited.totalFen &&
          benefit.fundPaidFen + benefit.personalFen === visited.totalFen
        );
      }),
    );
  });

  it('never pays more than what is in scope, and never less than nothing', () => {
    fc.assert(
      fc.property(terms, stay, facts, (applied, visited, known) => {
        const { fundPaidFen, inScopeFen, personalFen } = pay(applied, visited, known);
        return fundPaidFen >= 0n && fundPaidFen <= inScopeFen && personalFen >= 0n;
      }),
    );
  });

  it('pays no more without a referral than with one', () => {
    fc.assert(
      fc.property(terms, stay, facts, (applied, visited, known) => {
        const referred = pay(applied, visited, { ...known, referral: counts });
        return pay(applied, visited, { ...known, referral: none }).fundPaidFen <= referred.fundPaidFen;
      }),
    );
  });

  it('pays no less at a lower level', () => {
    fc.assert(
      fc.property(terms, stay, facts, (applied, visited, known) => {
        const paid = levelsWithBeds.map((settlementLevel) => pay(applied, { ...visited, settlementLevel }, known).fundPaidFen);
        return paid.every((amount, index) => index === 0 || amount <= paid[index - 1]!);
      }),
    );
  });

  it('keeps a person within the yearly cap, visit after visit', () => {
    fc.assert(
      fc.property(terms, fc.array(stay, { minLength: 1, maxLength: 8 }), (applied, visits) => {
        let paidFen: Fen = 0n;
        for (const visited of visits) {
          const known = { referral: counts, contracted: true, deductiblePaidFen: 0n, linkedDeductibleFen: null } as const;
          paidFen += pay(applied, visited, { ...known, fundPaidFen: paidFen }).fundPaidFen;
        }
        return paidFen <= applied.annualCapFen;
      }),
    );
  });

  it('charges along a chain of referrals no more than the highest deductible in it, and never a negative one', () => {
    fc.assert(
      fc.property(fc.array(stay, { minLength: 1, maxLength: 6 }), (visits) => {
        const chain = visits.map((visited) => ({ ...visited, visitKind: 'INPATIENT' as const }));
        const highest = chain.map(
          ({ settlementLevel }) => policyTerms.benefit.inpatient.find((row) => row.level === settlementLevel)!.deductibleFen,
        );
        let linkedDeductibleFen: Fen = 0n;
        for (const visited of chain) {
          const known = { referral: counts, contracted: false, fundPaidFen: 0n, deductiblePaidFen: 0n } as const;
          const { deductibleFen } = pay(policyTerms.benefit, visited, { ...known, linkedDeductibleFen });
          if (deductibleFen < 0n) return false;
          linkedDeductibleFen += deductibleFen;
        }
        return linkedDeductibleFen <= highest.reduce((max, amount) => (amount > max ? amount : max), 0n);
      }),
    );
  });

  it('is the same whenever it is computed again', () => {
    fc.assert(
      fc.property(terms, stay, facts, (applied, visited, known) => {
        const text = () => JSON.stringify(pay(applied, visited, known).steps);
        return text() === text();
      }),
    );
  });
});
