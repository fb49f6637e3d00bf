import { describe, expect, it } from '@jest/globals';
import { decideLine } from './source-line.ts';

const occurredAt = '2026-05-02T08:00:00+08:00';
const stored = { id: 'i-1', version: 3, sourceVersion: 2, digest: 'a', unit: 'V1', occurredAt };

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
    expect(decideLine(known, { sourceVersion, digest, unit: 'V1', occurredAt })).toBe(decision),
  );

  it.each([
    ['later', '2026-05-02T00:00:01Z', false, 'updated'],
    ['at the same moment', '2026-05-02T00:00:00Z', false, 'superseded'],
    ['earlier', '2026-05-01T00:00:00Z', false, 'superseded'],
    ['later, to say that the person left', '2026-05-03T00:00:00Z', true, 'superseded'],
  ])('of another unit, whose versions count by themselves, %s', (_when, at, leaves, decision) =>
    expect(decideLine(stored, { sourceVersion: 1, digest: 'a', unit: 'V2', occurredAt: at }, leaves)).toBe(decision),
  );
});
