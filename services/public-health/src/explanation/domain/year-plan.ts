import type { BusinessDate } from '@yigongti/kernel';

/** How far the year's follow-ups of one enrolment are (年度随访进度). */
export interface YearPlan {
  readonly year: number;
  readonly required: number;
  readonly done: number;
  readonly left: number;
}

const quarters = 4;

/**
 * A year in care asks for `perYear` follow-ups (NBPHS third edition 2017: at least four); who comes into care in the middle of a year owes
 * a share for every quarter begun.
 */
export function yearPlanOf(
  { enrolledOn, perYear, doneOn }: { enrolledOn: BusinessDate; perYear: number; doneOn: readonly BusinessDate[] },
  asOf: BusinessDate,
): YearPlan {
  const year = Number(asOf.slice(0, 4));
  const owed =
    Number(enrolledOn.slice(0, 4)) === year ? quarters - Math.floor((Number(enrolledOn.slice(5, 7)) - 1) / 3) : quarters;
  const required = Math.ceil((perYear * owed) / quarters);
  const done = doneOn.filter((day) => day.startsWith(`${year}-`) && day <= asOf).length;
  return { year, required, done, left: Math.max(0, required - done) };
}
