import { describe, expect, it } from '@jest/globals';
import type { Fen, SettlementLevel } from '@yigongti/kernel';
import { policyBasis, policyTerms } from '../../../../test/fixtures/policies.ts';
import type { BenefitTerms } from './benefit-terms.ts';
import { payBenefit, type BenefitFacts, type Stay } from './benefit.ts';

const jiamusi = policyTerms.benefit;
const yuan = (amount: number): Fen => BigInt(amount) * 100n;

const stayOf = (settlementLevel: SettlementLevel, inScopeFen: Fen, visitKind: Stay['visitKind'] = 'INPATIENT'): Stay => ({
  visitKind,
  settlementLevel,
  totalFen: inScopeFen,
  preSelfPayFen: 0n,
  inScopeFen,
});

const counts = { counts: true, reason: 'COUNTS' };
const none = { counts: false, reason: 'NOT_KNOWN' };

const facts: BenefitFacts = {
  referral: counts,
  contracted: false,
  fundPaidFen: 0n,
  deductiblePaidFen: 0n,
  linkedDeductibleFen: null,
};

const pay = (terms: BenefitTerms, stay: Stay, known: Partial<BenefitFacts> = {}) =>
  payBenefit({ terms, basis: policyBasis }, stay, { ...facts, ...known });

describe('the benefit table (Jiamusi 2018, residents)', () => {
  it.each([
    ['TOWNSHIP', 5000, 432000n],
    ['TOWNSHIP', 10000, 882000n],
    ['LEVEL_1', 5000, 376000n],
    ['LEVEL_1', 10000, 776000n],
    ['LEVEL_2', 5000, 345000n],
    ['LEVEL_2', 10000, 720000n],
    ['LEVEL_3', 5000, 279500n],
    ['LEVEL_3', 10000, 604500n],
  ] as const)('%s pays for %i yuan in scope %s fen', (level, scope, paid) => {
    expect(pay(jiamusi, stayOf(level, yuan(scope))).fundPaidFen).toBe(paid);
  });

  const ownRow: BenefitTerms = {
    ...jiamusi,
    inpatient: jiamusi.inpatient.map((row) =>
      row.level === 'LEVEL_3' ? { ...row, deductibleFen: yuan(1000), ratio: '0.60' } : row,
    ),
    referralPenalty: {
      mode: 'SEPARATE_ROW',
      deductibleFen: yuan(1500),
      ratio: '0.40',
      levels: ['LEVEL_3'],
      visitKinds: ['INPATIENT'],
    },
  };

  it('has a row of its own for going without a referral: 5 400 against 3 400 of 10 000', () => {
    expect(pay(ownRow, stayOf('LEVEL_3', yuan(10000))).fundPaidFen).toBe(yuan(5400));
    expect(pay(ownRow, stayOf('LEVEL_3', yuan(10000)), { referral: none }).fundPaidFen).toBe(yuan(3400));
  });
});

describe('a deductible that continues through a chain of referrals (Jiamusi 2018 table)', () => {
  const stays = [stayOf('TOWNSHIP', yuan(5000)), stayOf('LEVEL_2', yuan(12000)), stayOf('LEVEL_3', yuan(40000))];

  function payInTurn(terms: BenefitTerms, chain: readonly Stay[]) {
    let linkedDeductibleFen: Fen | null = null;
    return chain.map((stay) => {
      const benefit = pay(terms, stay, { linkedDeductibleFen });
      linkedDeductibleFen = (linkedDeductibleFen ?? 0n) + benefit.deductibleFen;
      return benefit;
    });
  }

  const sums = (benefits: readonly { deductibleFen: Fen; fundPaidFen: Fen }[]) => ({
    charged: benefits.map((benefit) => benefit.deductibleFen),
    paid: benefits.reduce((sum, benefit) => sum + benefit.fundPaidFen, 0n),
  });

  it('charges 200, 200, 300 on the way up, and the fund pays 38 975.00', () => {
    expect(sums(payInTurn(jiamusi, stays))).toEqual({ charged: [20000n, 20000n, 30000n], paid: 3897500n });
  });

  it('charges each stay in full where stays are not linked: 38 565.00', () => {
    expect(sums(payInTurn({ ...jiamusi, deductibleContinues: false }, stays))).toEqual({
      charged: [20000n, 40000n, 70000n],
      paid: 3856500n,
    });
  });

  it('charges nothing more on the way down', () => {
    expect(sums(payInTurn(jiamusi, [...stays].reverse())).charged).toEqual([70000n, 0n, 0n]);
  });

  it('does not continue into a stay whose referral does not count', () => {
    const unreferred = pay(jiamusi, stays[1]!, { referral: none, linkedDeductibleFen: 20000n });
    expect(unreferred.deductibleFen).toBe(40000n);
  });
});

describe('a deductible counted by the year', () => {
  const yearly: BenefitTerms = { ...jiamusi, deductibleMode: 'PER_YEAR' };

  it.each([
    ['nothing paid yet', 0n, 40000n],
    ['the difference to the higher level', 20000n, 20000n],
    ['all of it paid', 40000n, 0n],
    ['more than it paid at a higher level', 70000n, 0n],
  ])('charges with %s', (_, deductiblePaidFen, charged) => {
    expect(pay(yearly, stayOf('LEVEL_2', yuan(9000)), { deductiblePaidFen }).deductibleFen).toBe(charged);
  });

  it('does not count the year where it is by the stay', () => {
    expect(pay(jiamusi, stayOf('LEVEL_2', yuan(9000)), { deductiblePaidFen: 40000n }).deductibleFen).toBe(40000n);
  });

  it('is never more than what is in scope', () => {
    expect(pay(jiamusi, stayOf('LEVEL_3', 12345n))).toMatchObject({
      deductibleFen: 12345n,
      fundPaidFen: 0n,
      personalFen: 12345n,
    });
  });
});

describe('going without a referral', () => {
  const nanchang: BenefitTerms = {
    ...jiamusi,
    inpatient: jiamusi.inpatient.map((row) =>
      row.level === 'LEVEL_3' ? { ...row, deductibleFen: yuan(600), ratio: '0.60' } : row,
    ),
    referralPenalty: { mode: 'PRE_SELF_PAY', share: '0.20', levels: ['LEVEL_3'], visitKinds: ['INPATIENT'] },
  };
  const stay = stayOf('LEVEL_3', yuan(50000));

  it('moves a share of the cost to the patient first (Nanchang 2022): 29 640.00 referred, 23 640.00 without', () => {
    expect(pay(nanchang, stay).fundPaidFen).toBe(yuan(29640));
    const unreferred = pay(nanchang, stay, { referral: none });
    expect(unreferred).toMatchObject({ fundPaidFen: yuan(23640), preSelfPayFen: yuan(10000), inScopeFen: yuan(40000) });
  });

  it('takes 10 % where the policy says so (cross-province, referred): 26 640.00', () => {
    const tenPercent = { ...nanchang, referralPenalty: { ...nanchang.referralPenalty, share: '0.10' } } as BenefitTerms;
    expect(pay(tenPercent, stay, { referral: none }).fundPaidFen).toBe(yuan(26640));
  });

  it('takes percentage points off the ratio', () => {
    const unreferred = pay(jiamusi, stayOf('LEVEL_2', yuan(10000)), { referral: none });
    expect(unreferred).toMatchObject({ fundPaidFen: yuan(6240), referralApplied: false });
  });

  it('costs nothing where no referral is asked', () => {
    expect(pay(jiamusi, stayOf('TOWNSHIP', yuan(5000)), { referral: none }).fundPaidFen).toBe(yuan(4320));
    expect(pay(jiamusi, stayOf('LEVEL_2', 10000n, 'OUTPATIENT'), { referral: none }).fundPaidFen).toBe(5000n);
  });

  it('says in the explanation why the referral does not count', () => {
    const { steps } = pay(jiamusi, stayOf('LEVEL_2', yuan(10000)), { referral: none });
    expect(steps.find((step) => step.rule === 'settlement.benefit.referral')).toMatchObject({
      inputs: { referral: 'NOT_KNOWN', askedHere: true },
      value: false,
      basis: policyBasis,
    });
  });
});

describe('a family-doctor contract (Nanchang 2022)', () => {
  const visit = stayOf('TOWNSHIP', 23840n, 'OUTPATIENT');

  it('raises 60 to 65 %: 143.04 and 154.96 of 238.40', () => {
    expect(pay(jiamusi, visit)).toMatchObject({ fundPaidFen: 14304n, contractApplied: false });
    expect(pay(jiamusi, visit, { contracted: true })).toMatchObject({ fundPaidFen: 15496n, contractApplied: true });
  });

  it('changes nothing where the policy gives no bonus', () => {
    expect(pay(jiamusi, stayOf('TOWNSHIP', yuan(5000)), { contracted: true })).toMatchObject({
      fundPaidFen: yuan(4320),
      contractApplied: false,
    });
  });

  it('never pays more than the whole', () => {
    const generous = { ...jiamusi, contractBonus: { ...jiamusi.contractBonus, points: '0.60' } };
    expect(pay(generous, visit, { contracted: true }).fundPaidFen).toBe(23840n);
  });
});

describe('the yearly cap', () => {
  it.each([
    ['pays the rest where it is reached within the stay', 7900000n, 100000n],
    ['pays nothing once it is reached', 8000000n, 0n],
    ['stays at nothing beyond it', 8100000n, 0n],
  ])('%s', (_, fundPaidFen, paid) => {
    expect(pay(jiamusi, stayOf('TOWNSHIP', yuan(5000)), { fundPaidFen }).fundPaidFen).toBe(paid);
  });
});

describe('the explanation of a benefit', () => {
  it('has its steps in the order of calculation, ending with what the patient bears', () => {
    const { steps, personalFen } = pay(jiamusi, stayOf('LEVEL_2', yuan(10000)), { referral: none });
    expect(steps.map((step) => step.rule.replace('settlement.benefit.', ''))).toEqual([
      'scope',
      'referral',
      'referral-penalty',
      'deductible',
      'ratio',
      'payable',
      'annual-cap',
      'personal',
    ]);
    expect(steps.at(-1)?.value).toBe(Number(personalFen));
  });
});
