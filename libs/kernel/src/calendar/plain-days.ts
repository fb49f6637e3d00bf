/**
 * Calendar arithmetic on whole numbers, for what nearly every call asks: days of four-digit years, and instants since 1992, from when on
 * Asia/Shanghai is +08:00 without summer time. Everything else gives undefined and is left to Temporal, which takes thirty times as long.
 */

const dayMs = 86_400_000;
const shanghaiOffsetMs = 8 * 3_600_000;
/** 1992-01-01T00:00:00+08:00; the last summer time ended in September 1991. */
const fixedSinceMs = Date.UTC(1991, 11, 31, 16);
/** 10000-01-01T00:00:00+08:00: beyond it years have six digits. */
const fixedUntilMs = Date.UTC(9999, 11, 31, 16);
const firstDay = Date.UTC(1000, 0, 1) / dayMs;
const lastDay = Date.UTC(9999, 11, 31) / dayMs;

const digitAt = (text: string, at: number) => text.charCodeAt(at) - 48;
const isDigit = (value: number) => value >= 0 && value <= 9;

/** A number of `length` digits at a place; NaN where one is none. */
function numberAt(text: string, at: number, length: number): number {
  let number = 0;
  for (let index = at; index < at + length; index += 1) {
    const digit = digitAt(text, index);
    if (!isDigit(digit)) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970 of `YYYY-MM-DD` at the start of a text; undefined where it is no day from 1000 to 9999. */
function dayNumberOf(text: string): number | undefined {
  const [year, month, day] = [numberAt(text, 0, 4), numberAt(text, 5, 2), numberAt(text, 8, 2)];
  const isDay = year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return isDay && text[4] === '-' && text[7] === '-' ? Date.UTC(year, month - 1, day) / dayMs : undefined;
}

/** Days since 1970 of a date; undefined for whatever is not written `YYYY-MM-DD`. */
export function dayNumber(date: string): number | undefined {
  return date.length === 10 ? dayNumberOf(date) : undefined;
}

/** The date of a day number; undefined outside of the years 1000 to 9999. */
export function dateOfDayNumber(day: number): string | undefined {
  return Number.isInteger(day) && day >= firstDay && day <= lastDay
    ? new Date(day * dayMs).toISOString().slice(0, 10)
    : undefined;
}

/** The last day of the month in which a date lies. */
export function monthLength(date: string): number | undefined {
  return dayNumber(date) === undefined ? undefined : daysInMonth(numberAt(date, 0, 4), numberAt(date, 5, 2));
}

/** Our own spelling of an instant, `2026-06-01T09:30:00.000+08:00`. */
export function instantOf(epochMs: number): string | undefined {
  if (!(epochMs >= fixedSinceMs && epochMs < fixedUntilMs)) return undefined;
  return `${new Date(epochMs + shanghaiOffsetMs).toISOString().slice(0, -1)}+08:00`;
}

/** The day in Asia/Shanghai on which an instant lies. */
export function shanghaiDayOf(epochMs: number): string | undefined {
  if (!(epochMs >= fixedSinceMs && epochMs < fixedUntilMs)) return undefined;
  return new Date(epochMs + shanghaiOffsetMs).toISOString().slice(0, 10);
}

/** Epoch milliseconds of an instant written with +08:00, with or without milliseconds; undefined for every other spelling. */
export function epochMsOf(instant: string): number | undefined {
  const { length } = instant;
  const withMs = length === 29 && instant[19] === '.';
  if (!(withMs || length === 25) || !instant.endsWith('+08:00') || instant[10] !== 'T') return undefined;
  const [hour, minute, second] = [numberAt(instant, 11, 2), numberAt(instant, 14, 2), numberAt(instant, 17, 2)];
  const isTime = hour < 24 && minute < 60 && second < 60 && instant[13] === ':' && instant[16] === ':';
  const milliseconds = withMs ? numberAt(instant, 20, 3) : 0;
  const day = dayNumberOf(instant);
  if (!isTime || day === undefined || !(milliseconds >= 0)) return undefined;
  return day * dayMs + ((hour * 60 + minute) * 60 + second) * 1_000 + milliseconds - shanghaiOffsetMs;
}

/** Midnight in Asia/Shanghai of a date since 1992, in epoch milliseconds. */
export function midnightOf(date: string): number | undefined {
  const day = dayNumber(date);
  const epochMs = day === undefined ? -Infinity : day * dayMs - shanghaiOffsetMs;
  return epochMs >= fixedSinceMs && epochMs < fixedUntilMs ? epochMs : undefined;
}
