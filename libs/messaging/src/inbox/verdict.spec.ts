import { describe, expect, it } from '@jest/globals';
import { consumerTuning } from './consumer-options.ts';
import { NotYet, Poison } from './subscription.ts';
import { judge } from './verdict.ts';

const at = new Date('2026-06-01T01:00:00Z');
const longest = () => 1;
const shortest = () => 0;
const judged = (error: unknown, attempts: number, { waiting = false, random = longest } = {}) =>
  judge(error, { attempts, waiting }, { at, random, tuning: consumerTuning });
const pauseOf = (verdict: ReturnType<typeof judge>) =>
  verdict.kind === 'park' ? verdict.parking.nextAttemptAt.getTime() - at.getTime() : undefined;

describe('an event whose handler failed', () => {
  it('is tried again behind growing pauses of at most five minutes', () => {
    const pauses = [1, 2, 3, 4, 9, 10, 11].map((attempts) => pauseOf(judged(new Error('no'), attempts)));
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 256_000, 300_000, 300_000]);
  });

  it('comes back after half of the pause at the earliest', () => {
    expect(pauseOf(judged(new Error('no'), 3, { random: shortest }))).toBe(2_000);
  });

  it('is dead after twelve tries', () => {
    expect(judged(new Error('no'), 12)).toEqual({
      kind: 'bury',
      death: { reason: 'ATTEMPTS', errorClass: 'Error', attempts: 12, at },
    });
  });

  it('is dead at once when it is poison', () => {
    expect(judged(new Poison('claim.no-list'), 1)).toMatchObject({ kind: 'bury', death: { reason: 'POISON' } });
  });

  it('waits for another event without using up its tries', () => {
    expect(judged(new NotYet('resident.unknown'), 1)).toMatchObject({ kind: 'park', parking: { waiting: true } });
    expect(pauseOf(judged(new NotYet('resident.unknown'), 1))).toBe(100);
    expect(pauseOf(judged(new NotYet('resident.unknown'), 500, { waiting: true }))).toBe(30_000);
    expect(judged(new Error('no'), 501, { waiting: true })).toMatchObject({
      kind: 'park',
      parking: { waiting: false, attempts: 1 },
    });
  });

  it('is dead after a day of waiting', () => {
    expect(judged(new NotYet('resident.unknown'), 3_000, { waiting: true })).toMatchObject({
      kind: 'bury',
      death: { reason: 'WAITED_TOO_LONG' },
    });
  });
});
