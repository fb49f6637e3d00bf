/** An age group of the county, ends included; no end where `ageTo` is null. */
export interface AgeGroup {
  readonly code: string;
  readonly ageFrom: number;
  readonly ageTo: number | null;
}

/** Share of the people from an age on who have a disease, known or not; the row with the highest `ageFrom` not above the age counts. */
export interface PrevalenceRow {
  readonly ageFrom: number;
  /** Decimal text from 0 to 1. */
  readonly share: string;
}

/** How the last reading of a programme is judged. */
export interface ControlTerms {
  /** Days back from the last day in which a reading counts; whoever has none is lost. */
  readonly readingDays: number;
  /** Whether the lost count as not controlled, or not at all. */
  readonly lostIsUncontrolled: boolean;
}

export type Urgency = 'EMERGENCY' | 'URGENT' | 'ROUTINE';

/** What the county profile says about counting; everything else is in the definitions. */
export interface IndicatorTerms {
  /** REF-LOOP: days from arrival to the closing follow-up that still count. */
  readonly loopDays: number;
  /** REF-REPLY: minutes from reaching the receiver to its first answer that still count. */
  readonly replyMinutes: Readonly<Record<Urgency, number>>;
  /** CON-PRIO: who belongs to a priority group by age. */
  readonly priorityAgeGroups: readonly AgeGroup[];
  /** PH-HTN-M: from which patients are estimated. */
  readonly hypertensionPrevalence: readonly PrevalenceRow[];
  /** PH-HTN-C and PH-DM-C. */
  readonly hypertensionControl: ControlTerms;
  readonly diabetesControl: ControlTerms;
}

/** Ages beyond are counted as this one. */
export const oldestAge = 120;

/** Share of each age from 0 to `oldestAge`; none before the first row. */
export function shareByAge(rows: readonly PrevalenceRow[]): string[] {
  const falling = [...rows].sort((a, b) => b.ageFrom - a.ageFrom);
  return Array.from({ length: oldestAge + 1 }, (_, age) => falling.find(({ ageFrom }) => ageFrom <= age)?.share ?? '0');
}
