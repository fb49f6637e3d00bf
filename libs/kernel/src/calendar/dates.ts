import { Temporal } from 'temporal-polyfill';
import { dateOfDayNumber, dayNumber, epochMsOf, instantOf, midnightOf, monthLength, shanghaiDayOf } from './plain-days.ts';

/** A business date `YYYY-MM-DD` in Asia/Shanghai. */
export type BusinessDate = string;
/** A month `YYYY-MM`. */
export type Month = string;
/** An instant as RFC 3339 with offset; ours are written with +08:00. */
export type Instant = string;

/** All deadlines and business dates of the suite are in this zone. */
export const timeZone = 'Asia/Shanghai';

/** Formats an instant with +08:00 and milliseconds, the way it stands on the wire and in JSON. */
export function formatInstant(at: Date): Instant {
  return (
    instantOf(at.getTime()) ??
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toString({ timeZone, fractionalSecondDigits: 3 })
  );
}

export function parseInstant(instant: Instant): Date {
  return new Date(epochMsOf(instant) ?? Temporal.Instant.from(instant).epochMilliseconds);
}

/** The calendar day of an instant in Asia/Shanghai. */
export function businessDateOf(at: Instant | Date): BusinessDate {
  const epochMs = (typeof at === 'string' ? parseInstant(at) : at).getTime();
  return (
    shanghaiDayOf(epochMs) ??
    Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone).toPlainDate().toString()
  );
}

/** 00:00 of a business date as an instant. */
export function startOfDay(date: BusinessDate): Instant {
  return formatInstant(new Date(midnightOf(date) ?? Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds));
}

/** The given wall-clock time of a business date, `atTime('2026-06-01', '09:30')`. */
export function atTime(date: BusinessDate, time: string): Instant {
  const written = `${date}T${time}:00.000+08:00`;
  if (time.length === 5 && midnightOf(date) !== undefined && epochMsOf(written) !== undefined) return written;
  const moment = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  return formatInstant(new Date(moment.epochMilliseconds));
}

/** A day that exists. The year 0 does not: PostgreSQL has none. */
export function isBusinessDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || value.startsWith('0000')) return false;
  if (dayNumber(value) !== undefined) return true;
  try {
    return Temporal.PlainDate.from(value).toString() === value;
  } catch {
    return false;
  }
}

export function isMonth(value: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(value);
}

export function addDays(date: BusinessDate, days: number): BusinessDate {
  const day = dayNumber(date);
  const moved = day === undefined ? undefined : dateOfDayNumber(day + days);
  return moved ?? Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Exact: an hour's limit ends in the middle of a day, unlike a limit in days. */
export function addMinutes(at: Instant, minutes: number): Instant {
  return formatInstant(new Date(parseInstant(at).getTime() + minutes * 60_000));
}

/** Clamps to the last day of the month: 31 January + 1 month = 28 or 29 February. */
export function addMonths(date: BusinessDate, months: number): BusinessDate {
  return Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString();
}

export function addYears(date: BusinessDate, years: number): BusinessDate {
  return addMonths(date, years * 12);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (first !== undefined && last !== undefined) return last - first;
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** Completed years of age on a day; the birthday itself counts. */
export function ageAt(birthDate: BusinessDate, on: BusinessDate): number {
  const isPlain = dayNumber(birthDate) !== undefined && dayNumber(on) !== undefined && birthDate <= on;
  // Who was born on 29 February is left to Temporal, which knows when the others' birthday is.
  if (isPlain && !birthDate.endsWith('-02-29')) {
    const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
    return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
  }
  return Temporal.PlainDate.from(birthDate).until(Temporal.PlainDate.from(on), { largestUnit: 'year' }).years;
}

export function monthOf(date: BusinessDate): Month {
  return date.slice(0, 7);
}

export function firstDayOf(month: Month): BusinessDate {
  return `${month}-01`;
}

export function lastDayOf(month: Month): BusinessDate {
  const length = monthLength(`${month}-01`);
  if (length !== undefined) return `${month}-${length}`;
  const first = Temporal.PlainDate.from(`${month}-01`);
  return first.with({ day: first.daysInMonth }).toString();
}

export function monthsOfYear(year: number): Month[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
}
