import { lastDayOf, type BusinessDate, type Month, type Profile } from '@yigongti/kernel';
import { dated, type Dated } from '@yigongti/service-host';
import { z } from 'zod';
import type { IndicatorTerms } from './indicator/domain/indicator-terms.ts';
import type { CoefficientTable } from './result/domain/coefficient.ts';

const decimalText = z.string().regex(/^(0|[1-9]\d*)(\.\d+)?$/, 'must be a decimal string');
const ageGroup = z.strictObject({ code: z.string(), ageFrom: z.int().min(0), ageTo: z.int().min(0).nullable() });
const places = z.int().min(0).max(12);

const coefficientRow = z
  .union([
    z.strictObject({ from: decimalText, coefficient: decimalText, rectification: z.boolean() }),
    z.strictObject({ from: decimalText, dividedBy: decimalText, rectification: z.boolean() }),
  ])
  .describe('A fixed coefficient, or the score divided, from a lowest score on');

const indicatorsSchema = z.object({
  'REF-LOOP': z.object({ loopDays: dated(z.int().min(0)).describe('Days from arrival to the closing follow-up (闭环天数)') }),
  'CON-COV': z.object({
    population: dated(z.enum(['ALL', 'PRIORITY_GROUPS'])).describe('Whose coverage it is (签约率口径)'),
    priorityAgeGroups: dated(z.array(ageGroup)).describe('Priority groups by age, ends included (按年龄的重点人群)'),
  }),
  'PH-HTN-C': z.object({
    readingDays: dated(z.int().min(1)).describe('Days back from the last day in which a reading counts (血压有效天数)'),
    lostIsUncontrolled: dated(z.boolean()).describe('Whether who has no reading counts as not controlled (失访视为未控制)'),
  }),
});

/** Section `assessment` of the county profile, as far as this service reads it: schemes are published by the bureau. */
export const assessmentProfile = z.object({
  moneyPeriods: dated(z.array(z.enum(['MONTH']))).describe('Kinds of period whose frozen result may decide money (挂钩周期)'),
  scoreDecimals: dated(places).describe('Decimals of a score (得分小数位)'),
  coefficientDecimals: dated(places).describe('Decimals of a coefficient (系数小数位)'),
  indicators: indicatorsSchema,
  coefficientTable: dated(z.array(coefficientRow).min(1)).describe(
    'Score to coefficient, from the highest row down (挂钩系数表)',
  ),
});

export type AssessmentProfile = z.output<typeof assessmentProfile>;

/** First day for which every figure of the section is set. */
export function figuresSince({ section }: Profile<AssessmentProfile>): BusinessDate {
  const { indicators, moneyPeriods, scoreDecimals, coefficientDecimals, coefficientTable } = section;
  const { 'REF-LOOP': loop, 'CON-COV': coverage, 'PH-HTN-C': control } = indicators;
  const figures: readonly Dated<unknown>[] = [
    ...[moneyPeriods, scoreDecimals, coefficientDecimals, coefficientTable],
    ...[loop.loopDays, coverage.population, coverage.priorityAgeGroups, control.readingDays, control.lostIsUncontrolled],
  ];
  return figures
    .map(({ entries }) => entries[0]!.from)
    .sort()
    .at(-1)!;
}

/** How indicators are counted for a month: by what held on its last day. */
export function indicatorTermsOf({ section }: Profile<AssessmentProfile>, month: Month): IndicatorTerms {
  const on = lastDayOf(month);
  const { 'REF-LOOP': loop, 'CON-COV': coverage, 'PH-HTN-C': control } = section.indicators;
  return {
    loopDays: loop.loopDays.valueAt(on),
    population: coverage.population.valueAt(on),
    priorityAgeGroups: coverage.priorityAgeGroups.valueAt(on),
    readingDays: control.readingDays.valueAt(on),
    lostIsUncontrolled: control.lostIsUncontrolled.valueAt(on),
  };
}

export interface LinkageTerms {
  readonly scorePlaces: number;
  readonly table: CoefficientTable;
  /** Whether a month's frozen result may decide money. */
  readonly monthDecidesMoney: boolean;
}

export function linkageTermsOn({ section }: Profile<AssessmentProfile>, on: BusinessDate): LinkageTerms {
  return {
    scorePlaces: section.scoreDecimals.valueAt(on),
    table: { rows: section.coefficientTable.valueAt(on), places: section.coefficientDecimals.valueAt(on) },
    monthDecidesMoney: section.moneyPeriods.valueAt(on).includes('MONTH'),
  };
}
