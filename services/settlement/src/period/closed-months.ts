import type { Tx } from '@yigongti/database';
import type { Month } from '@yigongti/kernel';
import { nothingClosed, openMonthFrom, type ClosedPeriods } from './domain/open-month.ts';

/** Whose pools a list counts in. */
export interface PoolOwner {
  readonly consortiumCode: string | null;
  readonly insuranceType: string;
}

/** The months of some consortia, as they were when they were held. */
export class HeldCalendar {
  constructor(private readonly closed: ReadonlyMap<string, ClosedPeriods>) {}

  /** Where something of this month is booked. Without a consortium there is no pool, and nothing is ever closed. */
  openMonth({ consortiumCode, insuranceType }: PoolOwner, month: Month): Month {
    return openMonthFrom(month, this.closed.get(calendarKey(consortiumCode, insuranceType)) ?? nothingClosed);
  }
}

export function calendarKey(consortiumCode: string | null, insuranceType: string): string {
  return `${consortiumCode ?? ''} ${insuranceType}`;
}

/** Port: which months take no more bookings. */
export abstract class ClosedMonths {
  /**
   * Reads the calendars of consortia and holds them: no month of theirs is cleared before the transaction ends. Several may hold at once.
   * To be called before anything else is held.
   */
  abstract hold(tx: Tx, consortiumCodes: readonly string[]): Promise<HeldCalendar>;
}
