import { describe, expect, it } from '@jest/globals';
import { policyTerms } from '../../../../test/fixtures/policies.ts';
import { readGroups } from './read-groups.ts';

const entry = {
  code: 'J18.9',
  attributes: {
    mainDiagnosis: 'J18.9',
    score: '650',
    primaryCareGroup: 'false',
    meanCostFen: '520000',
    'referenceCostFen.LEVEL_2': '462280',
  },
};
const withAttributes = (changed: Record<string, string>) => [{ ...entry, attributes: { ...entry.attributes, ...changed } }];

describe('the group catalogue', () => {
  it('is read with its scores and reference costs', () => {
    expect(readGroups([entry], policyTerms.points)).toEqual({
      faults: [],
      groups: [
        {
          code: 'J18.9',
          mainDiagnosis: 'J18.9',
          mainOperation: null,
          score: '650',
          primaryCare: false,
          meanCostFen: 520000n,
          referenceCostFen: { LEVEL_2: 462280n },
        },
      ],
    });
  });

  it.each(['mainDiagnosis', 'score', 'meanCostFen'])('is refused without %s', (attribute) => {
    const { faults } = readGroups(withAttributes({ [attribute]: '' }), policyTerms.points);
    expect(faults).toEqual([expect.objectContaining({ code: 'settlement.policy.group-faulty', parameters: { group: 'J18.9' } })]);
  });

  it('is compared with the policy, and both figures are reported', () => {
    const { faults } = readGroups(withAttributes({ score: '650.0001', primaryCareGroup: 'true' }), policyTerms.points);
    expect(faults.map(({ pointer, parameters }) => [pointer, parameters])).toEqual([
      ['/points/scoreBase', { group: 'J18.9', catalogue: '650.0001', policy: '650' }],
      ['/points/primaryCareGroups', { group: 'J18.9', catalogue: true, policy: false }],
    ]);
  });
});
