import { decimal, refuse, type DecimalInput, type Refusal } from '@yigongti/kernel';
import type { ControlLimits, EmergencyLimits, ProgrammeCode } from './programme-terms.ts';
import { taskRefusals } from './task-refusals.ts';

/** What was measured and seen at a follow-up (随访). */
export interface Readings {
  /** mmHg */
  readonly systolic?: number;
  /** mmHg */
  readonly diastolic?: number;
  /** mmol/l, fasting */
  readonly fastingGlucose?: DecimalInput;
  /** per minute */
  readonly heartRate?: number;
  /** °C */
  readonly temperature?: DecimalInput;
  readonly signs: readonly string[];
}

/** What a client sent, with null as good as left out. */
export type GivenReadings = { readonly [name in keyof Readings]?: Readings[name] | null };

/** The readings that were taken. */
export function readingsOf(given: GivenReadings | null | undefined): Readings {
  const taken = Object.entries(given ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return { signs: [], ...(Object.fromEntries(taken) as Partial<Readings>) };
}

/** What a follow-up of the programme must measure. */
export const requiredReadings: Readonly<Record<ProgrammeCode, readonly (keyof Readings)[]>> = {
  HTN: ['systolic', 'diastolic'],
  T2DM: ['fastingGlucose'],
};

/** Without its readings a follow-up proves nothing: every missing one is named. */
export function missingReadings(programme: ProgrammeCode, readings: Readings): Refusal[] {
  return requiredReadings[programme]
    .filter((name) => readings[name] === undefined)
    .map((name) => refuse(taskRefusals.readingMissing, { pointer: `/readings/${name}`, parameters: { programme } }));
}

/** A sign that no rule of the county knows is a slip of the pen, and may be the one that saves a life. */
export function unknownSigns({ signs }: Readings, known: readonly string[]): Refusal[] {
  return signs.flatMap((sign, index) =>
    known.includes(sign) ? [] : [refuse(taskRefusals.signUnknown, { pointer: `/readings/signs/${index}`, parameters: { sign } })],
  );
}

/** At target for the age: below every limit of the row that counts. */
export function isControlled(readings: Readings, age: number, limits: readonly ControlLimits[]): boolean {
  const row = limits.filter(({ ageFrom }) => ageFrom <= age).sort((a, b) => b.ageFrom - a.ageFrom)[0];
  return (
    row !== undefined &&
    isBelow(readings.systolic, row.systolicBelow) &&
    isBelow(readings.diastolic, row.diastolicBelow) &&
    isBelow(readings.fastingGlucose, row.fastingGlucoseBelow)
  );
}

export function isEmergency(readings: Readings, limits: EmergencyLimits): boolean {
  return (
    reaches(readings.systolic, limits.systolicFrom) ||
    reaches(readings.diastolic, limits.diastolicFrom) ||
    reaches(readings.fastingGlucose, limits.glucoseFrom) ||
    (readings.fastingGlucose !== undefined &&
      limits.glucoseTo !== undefined &&
      decimal(readings.fastingGlucose).lessThanOrEqualTo(limits.glucoseTo)) ||
    exceeds(readings.heartRate, limits.heartRateAbove) ||
    exceeds(readings.temperature, limits.temperatureAbove) ||
    readings.signs.some((sign) => limits.signs.includes(sign))
  );
}

function isBelow(value: DecimalInput | undefined, limit: DecimalInput | undefined): boolean {
  return limit === undefined || (value !== undefined && decimal(value).lessThan(limit));
}

function reaches(value: DecimalInput | undefined, limit: DecimalInput | undefined): boolean {
  return value !== undefined && limit !== undefined && decimal(value).greaterThanOrEqualTo(limit);
}

function exceeds(value: DecimalInput | undefined, limit: DecimalInput | undefined): boolean {
  return value !== undefined && limit !== undefined && decimal(value).greaterThan(limit);
}
