import { lastDayOf, type BusinessDate, type Month, type Profile } from '@yigongti/kernel';
import { dated, type Dated } from '@yigongti/service-host';
import { z } from 'zod';
import type { IndicatorTerms } from './indicator/domain/indicator-terms.ts';
import type { CoefficientTable } from './result/domain/coefficient.ts';

const decimalText = z.string().regex(/^(0|[1-9]\d*)(\.\d+)?$/, 'must be a decimal string');
const shareText = z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/, 'must be a decimal string from 0 to 1');
const ageGroup = z.strictObject({ code: z.string(), ageFrom: z.int().min(0), ageTo: z.int().min(0).nullable() });
const places = z.int().min(0).max(12);
const minutes = z.int().min(1);

const coefficientRow = z
  .union([
    z.strictObject({ from: decimalText, coefficient: decimalText, rectification: z.boolean() }),
    z.strictObject({ from: decimalText, dividedBy: decimalText, rectification: z.boolean() }),
  ])
  .describe('A fixed coefficient, or the score divided, from a lowest score on');

const control = z.object({
  readingDays: dated(z.int().min(1)).describe('Days back from the last day in which a reading counts (测量有效天数)'),
  lostIsUncontrolled: dated(z.boolean()).describe('Whether who has no reading counts as not controlled (失访视为未控制)'),
});

const indicatorsSchema = z.object({
  'REF-LOOP': z.object({ loopDays: dated(z.int().min(0)).describe('Days from arrival to the closing follow-up (闭环天数)') }),
  'REF-REPLY': z.object({
    replyMinutes: dated(z.strictObject({ ROUTINE: minutes, URGENT: minutes, EMERGENCY: minutes })).describe(
      'Minutes from reaching the receiver to its first answer, by urgency (应答时限)',
    ),
  }),
  'CON-PRIO': z.object({
    priorityAgeGroups: dated(z.array(ageGroup)).describe('Priority groups by age, ends included (按年龄的重点人群)'),
  }),
  'PH-HTN-M': z.object({
    prevalence: dated(z.array(z.strictObject({ ageFrom: z.int().min(0).max(120), share: shareText })).min(1)).describe(
      'Share of the people from an age on who have hypertension, known or not (患病率)',
    ),
  }),
  'PH-HTN-C': control,
  'PH-DM-C': control,
});

/** Section `assessment` of the county profile, as far as this service reads it: schemes are published by the bureau. */
export const assessmentProfile = z.object({
  moneyPeriods: dated(z.array(z.enum(['MONTH']))).describe('Kinds of period whose frozen result may decide money (挂钩周期)'),
  scoreDecimals: dated(places).describe('Decimals of a score (得分小数位)'),
  coefficientDecimals: dated(places).describe('Decimals of a coefficient (系数小数位)'),
  appealDays: dated(z.int().min(0)).describe(
    'Days after the day of publication in which a line may be appealed against; 0: that day only (申诉天数)',
  ),
  rankingShared: dated(z.boolean()).describe('Whether every unit sees the whole ranking, or its own place only (排名通报)'),
  indicators: indicatorsSchema,
  coefficientTable: dated(z.array(coefficientRow).min(1)).describe(
    'Score to coefficient, from the highest row down (挂钩系数表)',
  ),
});

export type AssessmentProfile = z.output<typeof assessmentProfile>;

/** First day for which every figure of the section is set. */
export function figuresSince({ section }: Profile<AssessmentProfile>): BusinessDate {
  const { indicators, ...others } = section;
  const figures: readonly Dated<unknown>[] = [...Object.values(others), ...Object.values(indicators).flatMap(figuresOf)];
  return figures
    .map(({ entries }) => entries[0]!.from)
    .sort()
    .at(-1)!;
}

function figuresOf(block: Readonly<Record<string, unknown>>): Dated<unknown>[] {
  return Object.values(block) as Dated<unknown>[];
}

/** How indicators are counted for a month: by what held on its last day. */
export function indicatorTermsOf({ section }: Profile<AssessmentProfile>, month: Month): IndicatorTerms {
  const on = lastDayOf(month);
  const of = section.indicators;
  const controlOf = ({ readingDays, lostIsUncontrolled }: z.output<typeof control>) => ({
    readingDays: readingDays.valueAt(on),
    lostIsUncontrolled: lostIsUncontrolled.valueAt(on),
  });
  return {
    loopDays: of['REF-LOOP'].loopDays.valueAt(on),
    replyMinutes: of['REF-REPLY'].replyMinutes.valueAt(on),
    priorityAgeGroups: of['CON-PRIO'].priorityAgeGroups.valueAt(on),
    hypertensionPrevalence: of['PH-HTN-M'].prevalence.valueAt(on),
    hypertensionControl: controlOf(of['PH-HTN-C']),
    diabetesControl: controlOf(of['PH-DM-C']),
  };
}

/** A figure of the county that a definition leaves open, with the text that sets it. */
export interface TermShown {
  readonly name: string;
  readonly value: unknown;
  readonly from: BusinessDate;
  readonly source: string;
}

/** What the county sets for one indicator on a day; nothing for most. */
export function termsShown({ section }: Profile<AssessmentProfile>, code: string, on: BusinessDate): TermShown[] {
  const block = (section.indicators as Readonly<Record<string, Readonly<Record<string, Dated<unknown>>>>>)[code] ?? {};
  return Object.entries(block).map(([name, figure]) => ({ name, ...figure.entryAt(on) }));
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
