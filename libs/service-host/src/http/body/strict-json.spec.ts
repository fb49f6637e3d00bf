import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Problem } from '../../problems/problem.ts';
import { parseStrictJson } from './strict-json.ts';

function faultOf(text: string): unknown {
  try {
    return parseStrictJson(text);
  } catch (error) {
    return (error as Problem).extra;
  }
}

describe('parseStrictJson', () => {
  it.each([
    ['{"a":1,"a":2}', 'a key stands twice'],
    ['{"a":{"b":1},"c":[{"b":1,"b":1}]}', 'a key stands twice'],
    ['{"a":1,"\\u0061":2}', 'a key stands twice'],
    ['{"constructor":1}', 'a forbidden key'],
    ['{"a":{"__proto__":1}}', 'a forbidden key'],
    ['{"\\u005f_proto__":1}', 'a forbidden key'],
    ['"\\u0000"', 'a character that cannot be stored'],
    ['["\\udc00"]', 'a character that cannot be stored'],
    ['[9007199254740992]', 'an integer beyond 2^53'],
    ['[-9007199254740993]', 'an integer beyond 2^53'],
    ['[1e999]', 'a number beyond all bounds'],
    ['{', 'not JSON'],
    ['', 'not JSON'],
    ['{"a":NaN}', 'not JSON'],
    [`${'['.repeat(21)}${']'.repeat(21)}`, 'nested too deeply'],
  ])('refuses %j: %s', (text, detail) => {
    expect(faultOf(text)).toEqual({ detail });
  });

  it.each([
    '{"a":"a","b":{"a":1},"c":[{"a":1},{"a":2}]}',
    '{"a":"x:y\\"","b":"{[,\\\\"}',
    '{"a" : "b" , "c":":"}',
    '[9007199254740991,-9007199254740991,1.25e3,0.1]',
    '"\\ud83d\\ude00"',
    `${'['.repeat(20)}${']'.repeat(20)}`,
  ])('reads %j as JSON.parse does', (text) => {
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });

  it('reads whatever JSON.stringify writes of plain values', () => {
    const json = fc
      .jsonValue({ maxDepth: 5 })
      .filter((value) => !/__proto__|constructor|prototype|\\u0000|\\ud/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(json, (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/(^|[^\d.])\d{16,}(?![\d.e])/.test(text));
        expect(JSON.stringify(parseStrictJson(text))).toBe(text);
      }),
    );
  });
});
