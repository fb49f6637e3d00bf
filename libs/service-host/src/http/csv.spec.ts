import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv.ts';

const cellOf = (cell: Parameters<typeof csvOf>[1][number][number]) => csvOf(['a'], [[cell]]).split('\r\n')[1];

describe('a table for a spreadsheet', () => {
  it('begins with the mark of UTF-8 and ends each line with CRLF', () => {
    expect(csvOf(['机构', '金额(元)'], [['T1', 1n]])).toBe('\uFEFF机构,金额(元)\r\nT1,0.01\r\n');
  });

  it.each([
    [0n, '0.00'],
    [5n, '0.05'],
    [123456789n, '1234567.89'],
    [-1205n, '-12.05'],
    [null, ''],
    [3, '3'],
    ['a,b', '"a,b"'],
    ['say "a"', '"say ""a"""'],
    ['=1+1', "'=1+1"],
    ['-SUM(A1)', "'-SUM(A1)"],
    ['@x', "'@x"],
    ['H1-C2', 'H1-C2'],
  ])('writes %s as %s', (cell, text) => {
    expect(cellOf(cell)).toBe(text);
  });
});
