import { describe, expect, it } from '@jest/globals';
import { readGroups } from './read-groups.ts';

const entry = {
  code: 'K35.9-47.0100',
  attributes: {
    diagnosis: 'K35.9',
    operation: '47.0100',
    score: '1232.4365',
    primaryCare: 'false',
    meanCostFen: '1338500',
    'meanCostFen.LEVEL_2': '1189927',
  },
};
const withAttributes = (changed: Record<string, string>) => [{ ...entry, attributes: { ...entry.attributes, ...changed } }];

describe('the group catalogue', () => {
  it('is read with scores and mean costs', () => {
    expect(readGroups([entry])).toEqual({
      faults: [],
      groups: [
        {
          code: 'K35.9-47.0100',
          diagnosis: 'K35.9',
          operation: '47.0100',
          score: '1232.4365',
          primaryCare: false,
          meanCostFen: 1338500n,
          meanCostByLevelFen: { LEVEL_2: 1189927n },
        },
      ],
    });
  });

  it('knows primary-care groups and conservative ones', () => {
    const { operation: _, ...conservative } = entry.attributes;
    const [group] = readGroups([{ ...entry, attributes: { ...conservative, primaryCare: 'true' } }]).groups;
    expect(group).toMatchObject({ operation: null, primaryCare: true });
  });

  it.each([
    ['diagnosis', ''],
    ['score', ''],
    ['score', '0'],
    ['score', '1e3'],
    ['meanCostFen', '0'],
    ['meanCostFen', '1.5'],
  ])('is refused with %s "%s"', (attribute, value) => {
    const { groups, faults } = readGroups(withAttributes({ [attribute]: value }));
    expect(groups).toEqual([]);
    expect(faults).toEqual([
      expect.objectContaining({ code: 'settlement.policy.group-faulty', parameters: { group: entry.code } }),
    ]);
  });
});
