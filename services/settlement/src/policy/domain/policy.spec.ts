import { describe, expect, it } from '@jest/globals';
import { Refused } from '@yigongti/kernel';
import { hypertension, pneumonia, policyTerms } from '../../../test/fixtures/policies.ts';
import type { PolicyTerms } from './policy-terms.ts';
import { basisOf, faultsOf, publishPolicy, type Policy, type Publication } from './policy.ts';

const groups = [pneumonia, hypertension];
const publication: Publication = {
  policyId: '0197a3c0-0000-7000-8000-000000000001',
  terms: policyTerms,
  digest: 'a'.repeat(64),
  publishedOn: '2026-01-01',
  catalogue: { groups, faults: [] },
  predecessor: null,
  rival: null,
};

function refusalsOf(changed: Partial<Publication>) {
  try {
    publishPolicy({ ...publication, ...changed });
  } catch (error) {
    if (error instanceof Refused) return error.refusals;
    throw error;
  }
  return [];
}

const { fund, benefit, points } = policyTerms;
const withFund = (changed: object): PolicyTerms => ({ ...policyTerms, fund: { ...fund, ...changed } });
const withPoints = (changed: object): PolicyTerms => ({ ...policyTerms, points: { ...points, ...changed } });
const withBenefit = (changed: object): PolicyTerms => ({ ...policyTerms, benefit: { ...benefit, ...changed } });
const withDeviation = (changed: object) => withPoints({ deviation: { ...points.deviation, ...changed } });
const withRow = (level: string, changed: object) =>
  withBenefit({ inpatient: benefit.inpatient.map((row) => (row.level === level ? { ...row, ...changed } : row)) });

describe('publishing a policy', () => {
  it('makes the first version, which explanations call by code and version', () => {
    const policy = publishPolicy(publication);
    expect(policy).toMatchObject({ policyId: publication.policyId, terms: policyTerms, digest: publication.digest, version: 1 });
    expect(basisOf(policy)).toBe('policy TEST-RESIDENT-2026@1');
  });

  const first: Policy = { ...publication, policyVersion: 1, version: 1 };

  it('makes a correction the next version and leaves the first as it was', () => {
    const next = publishPolicy({ ...publication, digest: 'b'.repeat(64), predecessor: first });
    expect([basisOf(next), basisOf(first)]).toEqual(['policy TEST-RESIDENT-2026@2', 'policy TEST-RESIDENT-2026@1']);
  });

  it.each<[string, Partial<Publication>, string, string]>([
    ['the same content twice', { predecessor: first }, 'already-published', 'conflict'],
    ['a second policy for the same days', { rival: { policyCode: 'OTHER' } }, 'other-policy-in-force', 'rule'],
  ])('refuses %s', (_, changed, code, kind) => {
    expect(refusalsOf(changed).map((refusal) => [refusal.code, refusal.kind])).toEqual([[`settlement.policy.${code}`, kind]]);
  });

  it('gives every fault at once', () => {
    const faulty: PolicyTerms = {
      ...withRow('LEVEL_2', { ratio: '0.85' }),
      effectiveTo: '2027-01-01',
      fund: { ...fund, perPersonFen: 66001n, riskReserveRatio: '0.99' },
      points: { ...points, ungroupedPoints: '350' },
    };
    expect(refusalsOf({ terms: faulty }).map(({ code }) => code)).toEqual([
      'settlement.policy.period-outside-year',
      'settlement.policy.funding-does-not-add-up',
      'settlement.policy.reserve-out-of-range',
      'settlement.policy.higher-level-pays-more',
      'settlement.policy.ungrouped-beats-grouped',
    ]);
  });
});

describe('a fault of a policy package', () => {
  const ownRow = { mode: 'SEPARATE_ROW', levels: ['LEVEL_3'], visitKinds: ['INPATIENT'] };
  const inpatient = '/benefit/inpatient';
  const penalty = '/benefit/referralPenalty';
  const coefficient = (level: string, value: string) =>
    points.coefficients.map((row) => (row.level === level ? { ...row, coefficient: value } : row));

  it.each<[string, PolicyTerms, [string, string][]]>([
    ['none', policyTerms, []],
    [
      'a last day before the first',
      { ...policyTerms, effectiveFrom: '2026-12-31', effectiveTo: '2026-01-01' },
      [['period-outside-year', '/effectiveFrom']],
    ],
    [
      'a premium above the funding',
      withFund({ bigIllnessPremiumFen: 66001n }),
      [['premium-above-funding', '/fund/bigIllnessPremiumFen']],
    ],
    [
      'a negative reserve',
      withFund({ adjustmentReserveRatio: '-0.01' }),
      [['reserve-out-of-range', '/fund/adjustmentReserveRatio']],
    ],
    ['reserves that leave nothing', withFund({ adjustmentReserveRatio: '0.97' }), [['reserve-out-of-range', '/fund']]],
    ['a row that is missing', withBenefit({ inpatient: benefit.inpatient.slice(1) }), [['level-missing', inpatient]]],
    [
      'a visit row that is missing',
      withBenefit({ outpatient: benefit.outpatient.slice(1) }),
      [['level-missing', '/benefit/outpatient']],
    ],
    [
      'a row that stands twice',
      withBenefit({ inpatient: [...benefit.inpatient, benefit.inpatient[3]] }),
      [['level-repeated', `${inpatient}/4`]],
    ],
    ['a ratio above the whole', withRow('TOWNSHIP', { ratio: '1.01' }), [['ratio-out-of-range', `${inpatient}/0/ratio`]]],
    [
      'a higher level that pays more',
      withRow('LEVEL_3', { ratio: '0.76' }),
      [['higher-level-pays-more', `${inpatient}/3/ratio`]],
    ],
    [
      'a higher level that asks less',
      withRow('LEVEL_3', { deductibleFen: 39999n }),
      [['higher-level-asks-less', `${inpatient}/3/deductibleFen`]],
    ],
    [
      'a bonus above the whole',
      withBenefit({ contractBonus: { ...benefit.contractBonus, points: '5' } }),
      [['ratio-out-of-range', '/benefit/contractBonus/points']],
    ],
    [
      'a penalty above the whole',
      withBenefit({ referralPenalty: { ...ownRow, mode: 'PRE_SELF_PAY', share: '1.5' } }),
      [['ratio-out-of-range', `${penalty}/share`]],
    ],
    [
      'none in a penalty row that pays less where it stands in',
      withBenefit({ referralPenalty: { ...ownRow, levels: ['LEVEL_2'], deductibleFen: 40000n, ratio: '0.70' } }),
      [],
    ],
    [
      'a penalty row that pays more',
      withBenefit({ referralPenalty: { ...ownRow, deductibleFen: 70000n, ratio: '0.66' } }),
      [['penalty-rewards', penalty]],
    ],
    [
      'a penalty row that asks less',
      withBenefit({ referralPenalty: { ...ownRow, deductibleFen: 69999n, ratio: '0.4' } }),
      [['penalty-rewards', penalty]],
    ],
    [
      'a coefficient that is missing',
      withPoints({ coefficients: points.coefficients.slice(1) }),
      [['level-missing', '/points/coefficients']],
    ],
    [
      'a coefficient of zero',
      withPoints({ coefficients: coefficient('LEVEL_2', '0') }),
      [
        ['coefficient-not-positive', '/points/coefficients/2/coefficient'],
        ['ungrouped-beats-grouped', '/points/ungroupedPoints'],
      ],
    ],
    ['limits out of order', withDeviation({ low: '1' }), [['deviation-out-of-order', '/points/deviation']]],
    ['an extreme at the high limit', withDeviation({ extreme: '2' }), [['deviation-out-of-order', '/points/deviation']]],
    [
      'cheap cases that would beat usual ones',
      withDeviation({ coefficientApplies: false, low: '0.7' }),
      [['deviation-beats-normal', '/points/deviation/coefficientApplies']],
    ],
    ['negative points', withPoints({ ungroupedPoints: '-1' }), [['ungrouped-beats-grouped', '/points/ungroupedPoints']]],
  ])('%s', (_, terms, expected) => {
    expect(faultsOf(terms, groups).map(({ code, pointer }) => [code.replace('settlement.policy.', ''), pointer])).toEqual(
      expected,
    );
  });

  it('an entry of the catalogue that cannot be used', () => {
    const fault = { code: 'settlement.policy.group-faulty', kind: 'rule', titleZh: '', titleEn: '' } as const;
    expect(refusalsOf({ catalogue: { groups, faults: [fault] } })).toEqual([fault]);
  });
});
