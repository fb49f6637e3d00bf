import { describe, expect, it } from '@jest/globals';
import { decideLine } from './source-line.ts';

const stored = { id: 'i-1', version: 3, sourceVersion: 2, digest: 'a' };

describe('a line of a source system', () => {
  it.each([
    [undefined, 1, 'a', 'created'],
    [stored, 2, 'a', 'unchanged'],
    [stored, 2, 'b', 'version-reused'],
    [stored, 3, 'b', 'updated'],
    [stored, 3, 'a', 'unchanged'],
    [stored, 1, 'b', 'superseded'],
    [stored, 1, 'a', 'superseded'],
  ])('%j met by version %s with content %s is %s', (known, sourceVersion, digest, decision) =>
    expect(decideLine(known, { sourceVersion, digest })).toBe(decision),
  );
});
