import { Clock, parseInstant, type Instant } from '@yigongti/kernel';

const unitMilliseconds = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1_000, milliseconds: 1 } as const;

/** A clock that stands still until the spec moves it. */
export class FakeClock extends Clock {
  #now: Date;

  constructor(start: Instant = '2026-06-01T09:00:00.000+08:00') {
    super();
    this.#now = parseInstant(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  moveTo(instant: Instant): void {
    this.#now = parseInstant(instant);
  }

  advance(by: Partial<Record<keyof typeof unitMilliseconds, number>>): void {
    const units = Object.keys(by) as (keyof typeof unitMilliseconds)[];
    const milliseconds = units.reduce((sum, unit) => sum + (by[unit] ?? 0) * unitMilliseconds[unit], 0);
    this.#now = new Date(this.#now.getTime() + milliseconds);
  }
}
