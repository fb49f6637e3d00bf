import type { DecimalInput } from '@yigongti/kernel';

export type ProgrammeCode = 'HTN' | 'T2DM';

/** Below every limit that is given is controlled; the row with the highest `ageFrom` not above the age counts. */
export interface ControlLimits {
  readonly ageFrom: number;
  readonly systolicBelow?: number;
  readonly diastolicBelow?: number;
  /** mmol/l */
  readonly fastingGlucoseBelow?: DecimalInput;
}

/** Values and signs that make a follow-up an emergency; each alone is enough. */
export interface EmergencyLimits {
  readonly systolicFrom?: number;
  readonly diastolicFrom?: number;
  /** mmol/l, at or above */
  readonly glucoseFrom?: DecimalInput;
  /** mmol/l, at or below */
  readonly glucoseTo?: DecimalInput;
  readonly heartRateAbove?: number;
  /** °C */
  readonly temperatureAbove?: DecimalInput;
  readonly signs: readonly string[];
}

/** What the county profile says about one programme on a day. */
export interface ProgrammeTerms {
  readonly programme: ProgrammeCode;
  readonly ruleVersion: string;
  readonly diagnosisPrefixes: readonly string[];
  readonly screeningAgeFrom: number;
  readonly firstFollowUpDays: number;
  readonly intervalMonthsControlled: number;
  readonly recheckDays: number;
  readonly uncontrolledInARowForReferral: number;
  readonly windowOpensDaysBefore: number;
  readonly controlLimits: readonly ControlLimits[];
  readonly emergency: EmergencyLimits;
  /** Signs that the county knows, of whatever programme: a misspelt one must not pass as harmless. */
  readonly knownSigns: readonly string[];
}
