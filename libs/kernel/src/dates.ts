import { Temporal } from 'temporal-polyfill';

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
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toString({ timeZone, fractionalSecondDigits: 3 });
}

export function parseInstant(instant: Instant): Date {
  return new Date(Temporal.Instant.from(instant).epochMilliseconds);
}

/** The calendar day of an instant in Asia/Shanghai. */
export function businessDateOf(at: Instant | Date): BusinessDate {
  const instant = typeof at === 'string' ? Temporal.Instant.from(at) : Temporal.Instant.fromEpochMilliseconds(at.getTime());
  return instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** 00:00 of a business date as an instant. */
export function startOfDay(date: BusinessDate): Instant {
  return formatInstant(new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds));
}

/** The given wall-clock time of a business date, `atTime('2026-06-01', '09:30')`. */
export function atTime(date: BusinessDate, time: string): Instant {
  const moment = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  return formatInstant(new Date(moment.epochMilliseconds));
}

/** A day that exists. The year 0 does not: PostgreSQL has none. */
export function isBusinessDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || value.startsWith('0000')) return false;
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
  return Temporal.PlainDate.from(date).add({ days }).toString();
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
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** Completed years of age on a day; the birthday itself counts. */
export function ageAt(birthDate: BusinessDate, on: BusinessDate): number {
  return Temporal.PlainDate.from(birthDate).until(Temporal.PlainDate.from(on), { largestUnit: 'year' }).years;
}

export function monthOf(date: BusinessDate): Month {
  return date.slice(0, 7);
}

export function firstDayOf(month: Month): BusinessDate {
  return `${month}-01`;
}

export function lastDayOf(month: Month): BusinessDate {
  const first = Temporal.PlainDate.from(`${month}-01`);
  return first.with({ day: first.daysInMonth }).toString();
}

export function monthsOfYear(year: number): Month[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
}
