import { describe, expect, it } from '@jest/globals';
import { loadCounty } from '../county.ts';
import { countyNames, countyPath } from '../profile/county-path.ts';
import { policyPackages, schemeLines } from './policies.ts';

describe.each(countyNames())('policies and schemes of %s', (name) => {
  const county = loadCounty(countyPath(name));
  const policies = policyPackages(county);

  it('has a package for each insurance in the demo’s year and the year before', () => {
    const year = Number(county.demo.month.slice(0, 4));
    expect(policies.map(({ insuranceType, year: of }) => `${insuranceType} ${of}`)).toEqual(
      ['RESIDENT', 'EMPLOYEE'].flatMap((type) => [`${type} ${year - 1}`, `${type} ${year}`]),
    );
  });

  it('opens every figure and keeps its source', () => {
    for (const { fund, benefit, points, sources } of policies) {
      const figures = Object.entries({ fund, benefit, points }).flatMap(([block, values]) =>
        Object.keys(values).map((key) => `/${block}/${key}`),
      );
      expect(Object.keys(sources)).toEqual(figures);
      expect(JSON.stringify({ fund, benefit, points })).not.toContain('"source"');
    }
  });

  it('scores the ten indicators', () => {
    for (const { items } of schemeLines(county)) {
      expect(items.map(({ indicatorCode }) => indicatorCode)).toEqual([
        'REF-RATIO',
        'REF-LOOP',
        'REF-REPLY',
        'VIS-PRIM-A',
        'CON-COV',
        'CON-PRIO',
        'COST-IP',
        'PH-HTN-M',
        'PH-HTN-C',
        'PH-DM-C',
      ]);
    }
  });
});

it('follows each document’s own figures', () => {
  const target = (name: string, code: string) =>
    schemeLines(loadCounty(countyPath(name)))[0]!.items.find(({ indicatorCode }) => indicatorCode === code)?.target;
  expect(target('deqing', 'CON-PRIO')).toBe('0.85');
  expect(target('zhejiang-pilot', 'CON-COV')).toBe('0.50');
  expect(target('zhejiang-pilot', 'VIS-PRIM-A')).toBe('0.65');
});
