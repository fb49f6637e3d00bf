import { describe, expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor, pageOf } from './page.ts';

describe('a cursor', () => {
  it('gives back the sort keys it was made of', () => {
    expect(decodeCursor(encodeCursor(['2026-06-01', 3, null]), ['string', 'number', 'string'])).toEqual(['2026-06-01', 3, null]);
    expect(decodeCursor(undefined, ['string'])).toBeNull();
  });

  it.each([
    ['made up', 'abc', ['string']],
    ['of another list', encodeCursor(['a', 'b']), ['string']],
    ['of another kind', encodeCursor([1]), ['string']],
    ['an object', Buffer.from('{"length":1}').toString('base64url'), ['string']],
    ['with NUL', encodeCursor(['a\0']), ['string']],
  ] as const)('that is %s is refused', (_, cursor, kinds) => {
    expect(() => decodeCursor(cursor, kinds)).toThrow('request.cursor-invalid');
  });
});

describe('pageOf', () => {
  const keysOf = (n: number) => [n];
  const same = (n: number) => n;

  it.each([
    [[1, 2, 3], 2, [1, 2], encodeCursor([2])],
    [[1, 2], 2, [1, 2], null],
    [[], 2, [], null],
  ])('cuts %j at %i', (rows, limit, items, next) => {
    expect(pageOf(rows, limit, keysOf, same)).toEqual({ items, next });
  });
});

describe('pageOf', () => {
  const keysOf = (n: number) => [n];
  const same = (n: number) => n;

  it.each([
    [[1, 2, 3], 2, [1, 2], encodeCursor([2])],
    [[1, 2], 2, [1, 2], null],
    [[], 2, [], null],
  ])('cuts %j at %i', (rows, limit, items, next) => {
    expect(pageOf(rows, limit, keysOf, same)).toEqual({ items, next });
  });
});
