import { describe, expect, it } from '@jest/globals';
import { Refused } from '@yigongti/kernel';
import { policyTerms } from '../../../test/fixtures/policies.ts';
import { basisOf, faultsOf, publishPolicy, type Policy, type Publication } from './policy.ts';
import type { PolicyTerms } from './policy-terms.ts';

const publication: Publication = {
  policyId: '0197a3c0-0000-7000-8000-000000000001',
  terms: policyTerms,
  digest: 'a'.repeat(64),
  publishedOn: '2026-01-01',
  catalogueFaults: [],
  predecessor: null,
  rival: null,
};

const refusalsOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refused) return error.refusals;
    throw error;
  }
  return [];
};
const codesOf = (terms: PolicyTerms) =>
  faultsOf(terms).map(({ code, pointer }) => [code.replace('settlement.policy.', ''), pointer]);
const { funding, benefits, points } = policyTerms;
const row = (level: string) => benefits.levelTable.findIndex((candidate) => candidate.settlementLevel === level);
const withRow = (level: string, changed: object) => ({
  ...policyTerms,
  benefits: {
    ...benefits,
    levelTable: benefits.levelTable.map((old, index) => (index === row(level) ? { ...old, ...changed } : old)),
  },
});

describe('publishing a policy', () => {
  it('makes an immutable version', () => {
    const policy = publishPolicy(publication);
    expect(policy).toMatchObject({ policyId: publication.policyId, terms: policyTerms, digest: publication.digest, version: 1 });
    expect(basisOf(policy)).toBe('policy TEST-RESIDENT-2026@1');
  });

  const first: Policy = { ...publication, version: 1 };

  it('takes a correction as the next version', () => {
    const next = publishPolicy({
      ...publication,
      terms: { ...policyTerms, version: 2 },
      digest: 'b'.repeat(64),
      predecessor: first,
    });
    expect(basisOf(next)).toBe('policy TEST-RESIDENT-2026@2');
  });

  it.each([
    ['the same content twice', { predecessor: first }, 'already-published'],
    [
      'a version that is not the next',
      { terms: { ...policyTerms, version: 3 }, predecessor: first, digest: 'b' },
      'version-not-next',
    ],
    ['a first version that is not 1', { terms: { ...policyTerms, version: 2 } }, 'version-not-next'],
    ['a second policy for the same days', { rival: { policyCode: 'OTHER' } }, 'other-policy-in-force'],
  ] as const)('refuses %s', (_, changed, code) => {
    const refusals = refusalsOf(() => publishPolicy({ ...publication, ...changed }));
    expect(refusals.map((refusal) => [refusal.code, refusal.kind])).toEqual([[`settlement.policy.${code}`, 'conflict']]);
  });

  it('gives every fault at once', () => {
    const faulty: PolicyTerms = {
      ...withRow('LEVEL_2', { ratio: '0.85' }),
      effectiveTo: '2027-01-01',
      funding: { ...funding, perHeadTotalFen: 66001n, riskReserve: '0.99' },
      points: { ...points, ungrouped: { ...points.ungrouped, factor: '1' } },
    };
    expect(refusalsOf(() => publishPolicy({ ...publication, terms: faulty })).map(({ code }) => code)).toEqual([
      'settlement.policy.period-outside-year',
      'settlement.policy.funding-does-not-add-up',
      'settlement.policy.reserve-out-of-range',
      'settlement.policy.higher-level-pays-more',
      'settlement.policy.ungrouped-beats-grouped',
    ]);
  });
});

describe('a fault of a policy package', () => {
  const deviation = (changed: object) => ({
    ...policyTerms,
    points: { ...points, deviation: { ...points.deviation, ...changed } },
  });
  const fund = (changed: object) => ({ ...policyTerms, funding: { ...funding, ...changed } });
  const ownRow = { mode: 'SEPARATE_ROW', levels: ['LEVEL_3'], visitKinds: ['INPATIENT'] } as const;
  const penalty = (referralPenalty: object) => ({ ...policyTerms, benefits: { ...benefits, referralPenalty } }) as PolicyTerms;
  const table = '/benefits/levelTable';

  it.each<[string, PolicyTerms, [string, string][]]>([
    ['none', policyTerms, []],
    [
      'a last day before the first',
      { ...policyTerms, effectiveFrom: '2026-12-31', effectiveTo: '2026-01-01' },
      [['period-outside-year', '/effectiveFrom']],
    ],
    [
      'a premium above the funding',
      fund({ bigIllnessPremiumFen: 66001n }),
      [['premium-above-funding', '/funding/bigIllnessPremiumFen']],
    ],
    ['a negative reserve', fund({ adjustmentReserve: '-0.01' }), [['reserve-out-of-range', '/funding/adjustmentReserve']]],
    ['reserves that leave nothing', fund({ adjustmentReserve: '0.97' }), [['reserve-out-of-range', '/funding']]],
    [
      'a row that is missing',
      { ...policyTerms, benefits: { ...benefits, levelTable: benefits.levelTable.slice(1) } },
      [['level-missing', table]],
    ],
    [
      'a row that stands twice',
      { ...policyTerms, benefits: { ...benefits, levelTable: [...benefits.levelTable, benefits.levelTable[4]!] } },
      [['level-repeated', `${table}/5`]],
    ],
    ['a ratio above the whole', withRow('VILLAGE', { ratio: '1.01' }), [['ratio-out-of-range', `${table}/0/ratio`]]],
    ['a higher level that pays more', withRow('LEVEL_3', { ratio: '0.76' }), [['higher-level-pays-more', `${table}/4/ratio`]]],
    [
      'a higher level that asks less',
      withRow('LEVEL_3', { deductibleFen: 39999n }),
      [['higher-level-asks-less', `${table}/4/deductibleFen`]],
    ],
    [
      'a penalty above the whole',
      penalty({ ...ownRow, mode: 'PRE_SELF_PAY', share: '1.5' }),
      [['ratio-out-of-range', '/benefits/referralPenalty/share']],
    ],
    [
      'a penalty row that pays more',
      penalty({ ...ownRow, deductibleFen: 70000n, ratio: '0.66' }),
      [['penalty-rewards', '/benefits/referralPenalty']],
    ],
    [
      'a penalty row that asks less',
      penalty({ ...ownRow, deductibleFen: 69999n, ratio: '0.4' }),
      [['penalty-rewards', '/benefits/referralPenalty']],
    ],
    [
      'a coefficient that is missing, another of zero',
      {
        ...policyTerms,
        points: { ...points, institutionCoefficients: { ...points.institutionCoefficients, LEVEL_1: undefined!, LEVEL_2: '0' } },
      },
      [
        ['level-missing', '/points/institutionCoefficients'],
        ['coefficient-not-positive', '/points/institutionCoefficients/LEVEL_2'],
      ],
    ],
    [
      'a mean of nothing',
      { ...policyTerms, points: { ...points, overallMeanCostFen: 0n } },
      [['mean-not-positive', '/points/overallMeanCostFen']],
    ],
    ['limits out of order', deviation({ lowRatio: '1' }), [['deviation-out-of-order', '/points/deviation']]],
    ['an extreme at the high limit', deviation({ extremeRatio: '2' }), [['deviation-out-of-order', '/points/deviation']]],
    [
      'cheap cases that would beat normal ones',
      deviation({ applyCoefficient: false, lowRatio: '0.7' }),
      [['deviation-beats-normal', '/points/deviation/applyCoefficient']],
    ],
    [
      'a negative quota',
      { ...policyTerms, points: { ...points, outpatient: { method: 'COST_OVER_MEAN', factor: '-1' } } },
      [['factor-negative', '/points/outpatient/factor']],
    ],
  ])('%s', (_, terms, expected) => {
    expect(codesOf(terms)).toEqual(expected);
  });
});
