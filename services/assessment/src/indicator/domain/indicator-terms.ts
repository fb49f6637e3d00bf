/** An age group of the county, ends included; no end where `ageTo` is null. */
export interface AgeGroup {
  readonly code: string;
  readonly ageFrom: number;
  readonly ageTo: number | null;
}

/** Who the contract coverage is of: all residents, or those of the priority groups (重点人群). */
export type CoveredPopulation = 'ALL' | 'PRIORITY_GROUPS';

/** What the county profile says about counting; everything else is in the definitions. */
export interface IndicatorTerms {
  /** REF-LOOP: days from arrival to the closing follow-up that still count. */
  readonly loopDays: number;
  /** CON-COV: whose coverage it is. */
  readonly population: CoveredPopulation;
  readonly priorityAgeGroups: readonly AgeGroup[];
  /** PH-HTN-C: days back from the last day in which a reading counts; whoever has none is lost. */
  readonly readingDays: number;
  /** PH-HTN-C: whether the lost count as not controlled, or not at all. */
  readonly lostIsUncontrolled: boolean;
}
