import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  ageAt,
  atTime,
  businessDateOf,
  daysBetween,
  formatInstant,
  isBusinessDate,
  lastDayOf,
  parseInstant,
  startOfDay,
  timeZone,
} from './dates.ts';

const { PlainDate } = Temporal;
const numRuns = 2_000;
const pad = (value: number, length: number) => String(value).padStart(length, '0');

/** Days that exist, and some that do not: the years around which the fast path ends are among them. */
const year = fc.oneof(fc.integer({ min: 1900, max: 2100 }), fc.constantFrom(1, 999, 1000, 1991, 1992, 9999));
const day = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constantFrom(28, 29, 30)))
  .map(([y, m, d]) => `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`);
const realDay = day.filter(isBusinessDate);
const epoch = fc.oneof(
  fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 0, 1) }),
  fc.integer({ min: Date.UTC(1991, 11, 31, 15, 59), max: Date.UTC(1991, 11, 31, 16, 1) }),
  fc.constantFrom(Date.UTC(9999, 11, 31, 15, 59, 59, 999), Date.UTC(1986, 6, 1)),
);
const outcomeOf = (work: () => unknown) => {
  try {
    return work();
  } catch {
    return 'refused';
  }
};

describe('the quick way through the calendar says what Temporal says', () => {
  it('of days and their distances', () => {
    fc.assert(
      fc.property(realDay, realDay, fc.integer({ min: -40_000, max: 40_000 }), (a, b, days) => {
        expect(addDays(a, days)).toBe(PlainDate.from(a).add({ days }).toString());
        expect(daysBetween(a, b)).toBe(PlainDate.from(a).until(PlainDate.from(b), { largestUnit: 'day' }).days);
        expect(ageAt(a, b)).toBe(PlainDate.from(a).until(PlainDate.from(b), { largestUnit: 'year' }).years);
        expect(lastDayOf(a.slice(0, 7))).toBe(
          PlainDate.from(a)
            .with({ day: PlainDate.from(a).daysInMonth })
            .toString(),
        );
      }),
      { numRuns },
    );
  });

  it('of what is a day', () => {
    const text = fc.oneof(day, fc.string({ maxLength: 10 }), fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/));
    const isDay = (value: string) =>
      /^\d{4}-\d{2}-\d{2}$/.test(value) &&
      !value.startsWith('0000') &&
      outcomeOf(() => PlainDate.from(value).toString()) === value;
    fc.assert(
      fc.property(text, (value) => expect(isBusinessDate(value)).toBe(isDay(value))),
      { numRuns },
    );
  });

  it('of instants, whatever the zone did on that day', () => {
    fc.assert(
      fc.property(epoch, (epochMs) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(epochMs);
        const written = instant.toString({ timeZone, fractionalSecondDigits: 3 });
        expect(formatInstant(new Date(epochMs))).toBe(written);
        expect(businessDateOf(new Date(epochMs))).toBe(instant.toZonedDateTimeISO(timeZone).toPlainDate().toString());
        expect(parseInstant(written).getTime()).toBe(Temporal.Instant.from(written).epochMilliseconds);
        expect(businessDateOf(written)).toBe(businessDateOf(parseInstant(written)));
      }),
      { numRuns },
    );
  });

  it('of what is written otherwise, or wrong', () => {
    const part = (max: number) => fc.integer({ min: 0, max }).map((value) => pad(value, 2));
    const instant = fc
      .tuple(
        day,
        part(25),
        part(61),
        part(61),
        fc.constantFrom('', '.5', '.123', '.1234', 'x'),
        fc.constantFrom('+08:00', 'Z', '+09:00'),
      )
      .map(([date, hour, minute, second, fraction, zone]) => `${date}T${hour}:${minute}:${second}${fraction}${zone}`);
    fc.assert(
      fc.property(instant, (text) => {
        const told = outcomeOf(() => Temporal.Instant.from(text).epochMilliseconds);
        expect(outcomeOf(() => parseInstant(text).getTime())).toBe(told);
      }),
      { numRuns },
    );
  });

  it('of hours of a day', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((n) => pad(n, 2)).join(':'));
    fc.assert(
      fc.property(realDay, time, (date, at) => {
        const moment = PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(at) });
        expect(atTime(date, at)).toBe(formatInstant(new Date(moment.epochMilliseconds)));
        expect(startOfDay(date)).toBe(formatInstant(new Date(PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds)));
      }),
      { numRuns },
    );
  });
});
