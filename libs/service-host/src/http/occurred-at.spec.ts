import { Clock } from '@yigongti/kernel';
import { describe, expect, it } from '@jest/globals';
import { occurredAtRefusals } from './occurred-at.ts';

class Noon extends Clock {
  now(): Date {
    return new Date('2026-06-10T12:00:00+08:00');
  }
}

const codesOf = (occurredAt: string, days: number | null) =>
  occurredAtRefusals(occurredAt, new Noon(), { daysOn: days === null ? null : () => days }).map(({ code }) => code);

describe('the time of occurrence', () => {
  it.each([
    ['2026-06-10T12:05:00+08:00', 7, []],
    ['2026-06-10T12:05:00.001+08:00', 7, ['request.occurred-in-future']],
    ['2026-06-03T12:00:00+08:00', 7, []],
    ['2026-06-03T03:59:59Z', 7, ['request.occurred-too-long-ago']],
    ['2020-01-01T00:00:00+08:00', null, []],
    ['2026-06-10T13:00:00+08:00', null, ['request.occurred-in-future']],
    ['2026-06-10T11:59:59+08:00', 0, ['request.occurred-too-long-ago']],
  ])('%s, with %p days of late entry', (occurredAt, days, codes) => {
    expect(codesOf(occurredAt, days)).toEqual(codes);
  });
});
