import { ageAt, type BusinessDate } from '@yigongti/kernel';

/** A priority group by age: from `ageFrom` completed years up to and including `ageTo`; no end when null. */
export interface AgeGroup {
  readonly code: string;
  readonly ageFrom: number;
  readonly ageTo: number | null;
}

/**
 * Priority groups (重点人群) of a resident on a day: by age and by open enrolments. They are derived, a typed group is never taken
 * (Deqing 2019, 二(一)2: classes of people are managed apart).
 */
export function priorityGroupsOn(
  birthDate: BusinessDate,
  openProgrammes: readonly string[],
  on: BusinessDate,
  ageGroups: readonly AgeGroup[],
): string[] {
  const age = ageAt(birthDate, on);
  const byAge = ageGroups.filter((group) => age >= group.ageFrom && (group.ageTo === null || age <= group.ageTo));
  return [...new Set([...byAge.map((group) => group.code), ...openProgrammes])].sort();
}
