import { describe, expect, it } from '@jest/globals';
import { institutionChanged } from '@yigongti/events';
import { loadCounty } from '../county.ts';
import { countyNames, countyPath } from '../profile/county-path.ts';
import { institutionLines, townsOf, villageClinicName, villagesOf } from './institutions.ts';

describe.each(countyNames())('institutions of %s', (name) => {
  const county = loadCounty(countyPath(name));
  const lines = institutionLines(county);
  const byCode = new Map(lines.map((line) => [line.institutionCode, line]));

  it('are a tree under one health bureau, every parent before its children', () => {
    expect(lines.filter(({ parentCode }) => parentCode === null).map(({ kind }) => kind)).toEqual(['HEALTH_BUREAU']);
    const seen = new Set<string>();
    for (const { institutionCode, parentCode, consortiumCode } of lines) {
      expect(parentCode === null || seen.has(parentCode)).toBe(true);
      expect(consortiumCode === null || seen.has(consortiumCode)).toBe(true);
      seen.add(institutionCode);
    }
    expect(seen.size).toBe(lines.length);
  });

  it('give each town its centre under the lead hospital, each village its clinic under the centre', () => {
    const at = (divisionCode: string) => lines.filter((line) => line.divisionCode === divisionCode);
    for (const town of townsOf(county)) {
      expect(at(town.code)).toHaveLength(1);
      expect(byCode.get(at(town.code)[0]!.parentCode!)).toMatchObject({
        consortiumLead: true,
        consortiumCode: at(town.code)[0]!.consortiumCode,
      });
    }
    for (const village of villagesOf(county)) {
      expect(at(village.code)).toMatchObject([{ kind: 'VILLAGE_CLINIC', parentCode: at(village.parent!)[0]!.institutionCode }]);
    }
  });

  it('have one leader a consortium and nobody else in front', () => {
    const consortia = lines.filter(({ kind }) => kind === 'CONSORTIUM').map(({ institutionCode }) => institutionCode);
    const led = lines.filter(({ consortiumLead }) => consortiumLead).map(({ consortiumCode }) => consortiumCode);
    expect([...led].sort()).toEqual(consortia);
  });

  it('say in both names that they are synthetic, and no two share one', () => {
    expect(lines.every(({ nameZh, nameEn }) => nameZh.endsWith('(合成)') && nameEn.endsWith('(synthetic)'))).toBe(true);
    expect(new Set(lines.map(({ nameZh }) => nameZh)).size).toBe(lines.length);
    expect(lines.every(({ institutionCode }) => /^H\d{11}$/.test(institutionCode))).toBe(true);
  });

  it('are what the registry may publish', () => {
    for (const { nameEn, sourceNo, sourceVersion, ...line } of lines) {
      const data = {
        ...line,
        institutionId: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1001',
        activeTo: null,
        recordedAt: line.occurredAt,
      };
      expect(institutionChanged.closedSchema.safeParse(data).error).toBeUndefined();
    }
  });
});

it.each([
  ['恒盛社区居民委员会', '恒盛社区卫生服务站'],
  ['乾龙居委会', '乾龙社区卫生服务站'],
  ['东埠郭村民委员会', '东埠郭村卫生室'],
  ['五四村村委会', '五四村卫生室'],
])('%s has %s', (name, clinic) => {
  expect(villageClinicName({ code: '', name, kind: 'VILLAGE', parent: null })).toBe(clinic);
});
