import { describe, expect, it } from '@jest/globals';
import { isUuid } from '@yigongti/kernel';
import { FakeClock } from './fake-clock.ts';
import { SequentialIds } from './sequential-ids.ts';

describe('FakeClock', () => {
  it('stands still until it is moved', () => {
    const clock = new FakeClock('2026-06-01T00:30:00.000+08:00');
    expect(clock.now().toISOString()).toBe('2026-05-31T16:30:00.000Z');
    clock.advance({ days: 1, minutes: 30 });
    expect(clock.now().toISOString()).toBe('2026-06-01T17:00:00.000Z');
    clock.moveTo('2026-07-01T00:00:00.000+08:00');
    expect(clock.now().toISOString()).toBe('2026-06-30T16:00:00.000Z');
  });

  it('hands out dates that nobody can move it by', () => {
    const clock = new FakeClock();
    const before = clock.now().toISOString();
    clock.now().setFullYear(1999);
    expect(clock.now().toISOString()).toBe(before);
  });
});

describe('SequentialIds', () => {
  it('counts up in the shape of UUIDv7, in an order that sorts', () => {
    const ids = new SequentialIds();
    const made = Array.from({ length: 300 }, () => ids.next());
    expect(made.every((id) => isUuid(id) && id[14] === '7')).toBe(true);
    expect([...made].sort()).toEqual(made);
    expect(made[299]).toBe(SequentialIds.at(300));
  });

  it('never gives the id of another series', () => {
    expect(new SequentialIds(1).next()).not.toBe(new SequentialIds(2).next());
  });
});
