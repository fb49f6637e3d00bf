import { addMonths, firstDayOf, monthOf, type Month } from '@yigongti/kernel';

/** What of a pool's calendar is closed: a cleared month, and every month of a cleared year. */
export interface ClosedPeriods {
  readonly months: ReadonlySet<Month>;
  readonly years: ReadonlySet<number>;
}

export const nothingClosed: ClosedPeriods = { months: new Set(), years: new Set() };

/**
 * The month itself while it is open, else the next one that is: what comes late is booked there and keeps the month of its care. After the
 * clearing of a year that is a month of the next one.
 */
export function openMonthFrom(month: Month, closed: ClosedPeriods): Month {
  let candidate = month;
  while (closed.months.has(candidate) || closed.years.has(Number(candidate.slice(0, 4)))) {
    candidate = monthOf(addMonths(firstDayOf(candidate), 1));
  }
  return candidate;
}
