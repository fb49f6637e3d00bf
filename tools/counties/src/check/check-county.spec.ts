import { describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countiesFolder, countyNames, countyPath } from '../profile/county-path.ts';
import { checkCounty } from './check-county.ts';

/** A copy of Changle with texts replaced; each must be found. */
function planted(...replacements: [string, string][]): string {
  const folder = mkdtempSync(join(tmpdir(), 'county-'));
  cpSync(join(countiesFolder, 'changle'), join(folder, 'changle'), { recursive: true });
  let text = readFileSync(countyPath('changle'), 'utf8');
  for (const [from, to] of replacements) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  writeFileSync(join(folder, 'changle.yaml'), text);
  return folder;
}

describe('a county’s files', () => {
  it.each(countyNames())('of %s are whole', (name) => expect(checkCounty(countyPath(name))).toEqual([]));

  it('are judged in all their parts at once', () => {
    const folder = planted(
      ["{ level: LEVEL_2, deductibleFen: 40000, ratio: '0.75' }", "{ level: LEVEL_2, deductibleFen: 40000, ratio: '0.85' }"],
      ["riskReserve { value: '0.03'", "riskReserve { value: '0.97'"],
      ["weight: { value: '15'", "weight: { value: '16'"],
      ['FISCAL: 7000', 'FISCAL: 7001'],
      ["'A09.9', 'J06.9'", "'A09.9', 'Z99.9'"],
      ["'370725116': Yingqiu", "'370725117': Yingqiu"],
      ['residents: { value: 2000', 'residents: { value: 0'],
      ['lateEntryDays: { value: 30, from: 2024-01-01', 'lateEntryDays: { value: 30, from: soon'],
    );
    writeFileSync(join(folder, 'changle', 'divisions.ndjson'), '');
    const at = new Set(checkCounty(join(folder, 'changle.yaml')).map((fault) => fault.at));
    for (const place of [
      '/http/lateEntryDays/from',
      'divisions.ndjson',
      '/registry/consortia',
      '/contracts/feeSplitFen',
      '/settlement/policies/0/fund',
      '/settlement/policies/1/benefit/inpatient',
      '/settlement/catalogue/primaryCareGroups',
      '/assessment/schemes/0/items',
      '/demo/residents',
    ]) {
      expect(at).toContain(place);
    }
  });

  it('need divisions', () => {
    const folder = planted(['county: changle', 'county: elsewhere']);
    expect(checkCounty(join(folder, 'changle.yaml'))).toContainEqual({
      at: 'divisions.ndjson',
      message: expect.stringContaining('ENOENT'),
    });
  });
});
