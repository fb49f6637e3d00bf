import { Clock, isUuid } from '@yigongti/kernel';
import { describe, expect, it } from '@jest/globals';
import { SystemIds } from './system-ports.ts';

class Still extends Clock {
  constructor(public ms: number) {
    super();
  }

  now(): Date {
    return new Date(this.ms);
  }
}

describe('SystemIds', () => {
  it('makes UUIDv7: version, variant, and the time in front', () => {
    const id = new SystemIds(new Still(Date.parse('2026-06-01T00:00:00Z'))).next();
    expect(isUuid(id)).toBe(true);
    expect(id[14]).toBe('7');
    expect('89ab').toContain(id[19]);
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-06-01T00:00:00Z'));
  });

  it('sorts by making, also many within a millisecond and when the clock steps back', () => {
    const clock = new Still(1_000);
    const ids = new SystemIds(clock);
    const made = Array.from({ length: 5_000 }, () => ids.next());
    clock.ms = 500;
    made.push(ids.next());
    clock.ms = 2_000;
    made.push(ids.next());
    expect(made).toEqual([...made].sort());
    expect(new Set(made).size).toBe(made.length);
  });
});
