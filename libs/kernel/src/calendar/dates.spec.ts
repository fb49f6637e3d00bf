import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  addMinutes,
  addMonths,
  ageAt,
  atTime,
  businessDateOf,
  daysBetween,
  formatInstant,
  isBusinessDate,
  lastDayOf,
  startOfDay,
} from './dates.ts';

describe('business dates of Asia/Shanghai', () => {
  it('a day begins at 16:00 UTC of the day before', () => {
    expect(businessDateOf('2026-05-31T16:00:00Z')).toBe('2026-06-01');
    expect(businessDateOf('2026-05-31T15:59:59Z')).toBe('2026-05-31');
    expect(startOfDay('2026-06-01')).toBe('2026-06-01T00:00:00.000+08:00');
    expect(atTime('2026-06-01', '09:30')).toBe('2026-06-01T09:30:00.000+08:00');
    expect(formatInstant(new Date('2026-06-01T01:30:00Z'))).toBe('2026-06-01T09:30:00.000+08:00');
  });

  // Month anchors of a child born on 31 January (schedule of child health visits).
  it.each([
    [1, '2026-02-28'],
    [3, '2026-04-30'],
    [6, '2026-07-31'],
    [8, '2026-09-30'],
    [25, '2028-02-29'],
  ])('31 January 2026 and %s months is %s', (months, expected) => expect(addMonths('2026-01-31', months)).toBe(expected));

  it('counts days and years', () => {
    expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
    expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2);
    expect(lastDayOf('2028-02')).toBe('2028-02-29');
  });

  it('a limit in minutes ends at the minute, over midnight too', () => {
    expect(addMinutes('2026-05-31T23:50:00.000+08:00', 15)).toBe('2026-06-01T00:05:00.000+08:00');
  });

  it('an age is complete on the birthday itself', () => {
    expect(ageAt('1961-06-15', '2026-06-14')).toBe(64);
    expect(ageAt('1961-06-15', '2026-06-15')).toBe(65);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '20260101', '2026-01-01T00:00:00Z', '0000-12-31'])(
    '%s is not a date',
    (text) => expect(isBusinessDate(text)).toBe(false),
  );
});
