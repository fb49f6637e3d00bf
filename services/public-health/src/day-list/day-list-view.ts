import type { BusinessDate, Uuid } from '@yigongti/kernel';
import type { TaskView } from '../task/index.ts';

/** A task on the list, with the reason for it in words. */
export type ListedTask = TaskView & { readonly reasonZh: string; readonly reasonEn: string };

/** One house to go to: everything that can be done for a resident on the day; plain JSON. */
export interface ListedResident {
  readonly residentId: Uuid;
  /** Earliest of its last days on time. */
  readonly due: BusinessDate;
  readonly overdue: boolean;
  /** Team of the contract in force on the day. */
  readonly teamCode: string | null;
  readonly lastEncounterOn: BusinessDate | null;
  /** Readings that close all of its tasks in one visit. */
  readonly readings: readonly string[];
  /** The most urgent first. */
  readonly tasks: readonly ListedTask[];
}

export interface DayList {
  readonly practitionerCode: string;
  readonly on: BusinessDate;
  readonly residents: number;
  readonly tasks: number;
  readonly overdue: number;
  /** One more than asked for when there is more. */
  readonly entries: readonly ListedResident[];
}
