import { describe, expect, it } from '@jest/globals';
import { countyPath, loadCounty, villagesOf, type County } from '@yigongti/tool-counties';
import { placeResidents } from './placement.ts';

const names = ['changle', 'deqing', 'shijiazhuang', 'zhanggong', 'zhejiang-pilot'] as const;
const counties = Object.fromEntries(names.map((name) => [name, loadCounty(countyPath(name))])) as Record<
  (typeof names)[number],
  County
>;

describe('where people live', () => {
  it.each([
    ['changle', 1, 1, 1],
    ['changle', 2_000, 20, 3],
    ['changle', 20_000, 200, 8],
    ['changle', 60_000, 392, 8],
    ['deqing', 2_000, 20, 3],
    ['deqing', 17_700, 177, 13],
  ] as const)('%s with %i residents: %i villages in %i towns', (name, residents, villages, towns) => {
    const placed = placeResidents(counties[name], '1', residents);
    expect(placed).toHaveLength(villages);
    expect(new Set(placed.map(({ town }) => town.code)).size).toBe(towns);
    expect(placed.reduce((sum, village) => sum + village.residents, 0)).toBe(residents);
    expect(placed.every(({ village, town }) => village.parent === town.code)).toBe(true);
  });

  it('fills every village of a full county once, sorted', () => {
    const codes = placeResidents(counties.deqing, '1', 50_000).map(({ village }) => village.code);
    expect(codes).toEqual(villagesOf(counties.deqing).map(({ code }) => code));
  });

  it.each(names)('reaches every consortium even when %s is small', (name) => {
    const towns = new Set(placeResidents(counties[name], '1', 2_000).map(({ town }) => town.code));
    for (const consortium of counties[name].registry.consortia) {
      expect(consortium.towns.some((town) => towns.has(town))).toBe(true);
    }
  });
});
