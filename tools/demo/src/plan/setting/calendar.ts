import { addDays, atTime, firstDayOf, lastDayOf, type BusinessDate, type Instant, type Month } from '@yigongti/kernel';

/** A range of whole numbers, both ends included. */
export type Range = readonly [from: number, to: number];

/** The days of a month in order. */
export function daysOf(month: Month): BusinessDate[] {
  const last = lastDayOf(month);
  const days: BusinessDate[] = [];
  for (let day = firstDayOf(month); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** A day of the month by its number, from 1; the last one where the month is shorter. */
export function dayOf(month: Month, number: number): BusinessDate {
  const day = addDays(firstDayOf(month), number - 1);
  const last = lastDayOf(month);
  return day < last ? day : last;
}

/** An instant of office hours: the hour's work spreads over its minutes by the person's number, so that no two look alike. */
export function duringHour(date: BusinessDate, hour: number, ordinal: number): Instant {
  return atTime(date, `${String(hour).padStart(2, '0')}:${String(ordinal % 60).padStart(2, '0')}`);
}
