import { describe, expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor, type CursorKind } from './page.ts';

const id = '01936b5e-7a3c-7d10-8a51-4f0c2f6d2c01';

describe('a cursor', () => {
  it.each<[unknown[], CursorKind[]]>([
    [[id], ['uuid']],
    [
      [3, '2026-06-01T01:30:00.000000Z', id],
      ['integer', 'instant', 'uuid'],
    ],
    [
      ['2026-06-15', id],
      ['date', 'uuid'],
    ],
    [[null], ['uuid']],
    [
      ['any text', 1.5],
      ['string', 'number'],
    ],
  ])('%j is read back as %j', (keys, kinds) => expect(decodeCursor(encodeCursor(keys as string[]), kinds)).toEqual(keys));

  it.each<[unknown[], CursorKind[]]>([
    [['not an id'], ['uuid']],
    [[id, id], ['uuid']],
    [[], ['uuid']],
    [[1.5], ['integer']],
    [[70_000], ['integer']],
    [['2026-02-30T00:00:00Z'], ['instant']],
    [['2026-02-30'], ['date']],
    [['a\0b'], ['string']],
    [[3], ['string']],
  ])('%j is not one of %j: a forged one is refused before the database sees it', (keys, kinds) =>
    expect(() => decodeCursor(encodeCursor(keys as string[]), kinds)).toThrow('request.cursor-invalid'),
  );

  it('that is no JSON is refused', () => expect(() => decodeCursor('%%%', ['uuid'])).toThrow('request.cursor-invalid'));
});
