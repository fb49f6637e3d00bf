import { describe, expect, it } from '@jest/globals';
import { catalogueChanged } from '@yigongti/events';
import { decimal } from '@yigongti/kernel';
import { loadCounty } from '../county.ts';
import { countyNames, countyPath } from '../profile/county-path.ts';
import { catalogueLines } from './catalogues.ts';

function groupsOf(name: string) {
  const [, dip] = catalogueLines(loadCounty(countyPath(name)));
  return new Map(dip!.entries.map(({ code, attributes }) => [code, attributes]));
}

describe('the catalogue of case groups', () => {
  it('scores by mean cost over the overall mean times the base', () => {
    // 13 385 yuan (DIP 3.0 draft, table 3-2) / 10 860.60 yuan × 1000, and × 100 in Deqing.
    expect(groupsOf('changle').get('K35.9-47.0100')).toMatchObject({
      diagnosis: 'K35.9',
      operation: '47.0100',
      score: '1232.4365',
    });
    expect(groupsOf('deqing').get('K35.9-47.0100')).toMatchObject({ score: '123.2437' });
    expect(groupsOf('changle').get('I21.0-36.0700')).toMatchObject({ score: '2581.1649', meanCostFen: '2803300' });
  });

  it('has one price at every level for a primary-care group in Changle, and for none in Deqing', () => {
    expect(groupsOf('changle').get('I10.x')).toMatchObject({
      primaryCare: 'true',
      'meanCostFen.TOWNSHIP': '380000',
      'meanCostFen.LEVEL_2': '380000',
    });
    expect(groupsOf('changle').get('I63.9')).toMatchObject({ primaryCare: 'false', 'meanCostFen.TOWNSHIP': '602530' });
    expect([...groupsOf('deqing').values()].filter(({ primaryCare }) => primaryCare === 'true')).toEqual([]);
  });

  it.each(countyNames())('pays less for a case without a group than for any with one in %s', (name) => {
    const { points } = loadCounty(countyPath(name)).settlement;
    const least = Math.min(...points.coefficients.map(({ coefficient }) => Number(coefficient)));
    for (const { score, primaryCare } of groupsOf(name).values()) {
      const scored = decimal(score!).times(primaryCare === 'true' ? '1' : String(least));
      expect(scored.greaterThan(points.ungroupedPoints as string)).toBe(true);
    }
  });

  it.each(countyNames())('is what the registry may publish in %s', (name) => {
    for (const { version, ...line } of catalogueLines(loadCounty(countyPath(name)))) {
      const event = {
        ...line,
        catalogueId: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1201',
        version,
        digest: '0'.repeat(64),
        occurredAt: '2026-01-01T00:00:00.000+08:00',
        recordedAt: '2026-01-01T00:00:00.000+08:00',
      };
      expect(catalogueChanged.closedSchema.safeParse(event).error).toBeUndefined();
    }
  });
});
