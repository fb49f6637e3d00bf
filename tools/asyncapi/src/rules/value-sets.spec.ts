import { describe, expect, it } from '@jest/globals';
import * as events from '@yigongti/events';
import type { InstitutionKind, InstitutionLevel, SettlementLevel } from '@yigongti/kernel';

type Same<A, B> = [A, B] extends [B, A] ? true : false;

/** `events` imports nothing of ours, so these codes are written twice; the type check holds them together. */
describe('codes that kernel and events both have', () => {
  it.each<[string, true]>([
    ['institution levels', true satisfies Same<keyof typeof events.institutionLevel, InstitutionLevel>],
    ['institution kinds', true satisfies Same<keyof typeof events.institutionKind, InstitutionKind>],
    ['settlement levels', true satisfies Same<keyof typeof events.settlementLevel, SettlementLevel>],
  ])('%s are the same', (_, same) => {
    expect(same).toBe(true);
  });
});

describe('every value set', () => {
  const sets = Object.entries(events as Record<string, unknown>).filter(
    (entry): entry is [string, events.ValueSet] =>
      typeof entry[1] === 'object' &&
      entry[1] !== null &&
      Object.values(entry[1]).every((label) => label instanceof Object && 'zh' in label),
  );

  it.each(sets)('%s has a Chinese and an English label for each code, no two alike', (_, set) => {
    const labels = Object.values(set);
    for (const { zh, en } of labels) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[\p{ASCII}]+$/u);
    }
    expect(new Set(labels.map(({ zh }) => zh)).size).toBe(labels.length);
    expect(new Set(labels.map(({ en }) => en)).size).toBe(labels.length);
  });

  it('is among those looked at', () => {
    expect(sets.length).toBeGreaterThan(30);
  });
});
