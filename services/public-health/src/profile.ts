import type { BusinessDate, Profile } from '@yigongti/kernel';
import { dated } from '@yigongti/service-host';
import { z } from 'zod';
import type { EnrolmentTerms } from './enrolment/domain/enrolment.ts';
import type { ProgrammeCode, ProgrammeTerms } from './task/domain/programme-terms.ts';

const decimalText = z.string().regex(/^\d+(\.\d+)?$/);
const controlRow = z.object({
  ageFrom: z.int().min(0),
  systolicBelow: z.int().optional(),
  diastolicBelow: z.int().optional(),
  fastingGlucoseBelow: decimalText.optional(),
});
const emergency = z.object({
  systolicFrom: z.int().optional(),
  diastolicFrom: z.int().optional(),
  glucoseFrom: decimalText.optional(),
  glucoseTo: decimalText.optional(),
  heartRateAbove: z.int().optional(),
  temperatureAbove: decimalText.optional(),
  signs: z.array(z.string()),
});

const programme = z.object({
  diagnosisPrefixes: dated(z.array(z.string()).min(1)).describe(
    'Diagnoses that the programme takes in, by prefix (诊断编码前缀)',
  ),
  screeningAgeFrom: dated(z.int().min(0)).describe('Youngest age taken in, years (管理起始年龄)'),
  followUpsPerYear: dated(z.int().min(1).max(52)).describe('Follow-ups that a year in care asks for (年度随访次数)'),
  firstFollowUpDays: dated(z.int().min(0)).describe('Days until the first follow-up is due (首次随访期限, 天)'),
  intervalMonthsControlled: dated(z.int().min(1)).describe('Months to the next follow-up when at target (控制满意随访间隔, 月)'),
  recheckDays: dated(z.int().min(1)).describe('Days to the next contact when not (复查期限, 天)'),
  uncontrolledInARowForReferral: dated(z.int().min(1)).describe(
    'Follow-ups in a row not at target that suggest a referral (连续未控制次数)',
  ),
  windowOpensDaysBefore: dated(z.int().min(0)).describe('Days that a follow-up may be early (可提前天数)'),
  controlLimits: dated(z.array(controlRow).min(1)).describe('What counts as at target, by age (控制标准)'),
  emergency: dated(emergency).describe('What makes a follow-up an emergency (紧急情况)'),
});

/** Section `publicHealth` of the county profile, as far as this service reads it. */
export const publicHealthProfile = z.object({
  programmes: z.object({ HTN: programme, T2DM: programme }),
  mergedPlan: dated(z.enum(['OWN_DATES', 'EARLIEST_DUE'])).describe(
    'When those follow-ups are due that come after a visit which closed several: each by its own rule, or all by the earliest date (合并随访日期)',
  ),
});

export type PublicHealthProfile = z.output<typeof publicHealthProfile>;

/** The figures of a programme that hold on a day; their version is the profile's. */
export function programmeTermsOn(
  { section, version }: Profile<PublicHealthProfile>,
  code: ProgrammeCode,
  on: BusinessDate,
): ProgrammeTerms & EnrolmentTerms {
  const terms = section.programmes[code];
  return {
    programme: code,
    ruleVersion: version,
    diagnosisPrefixes: terms.diagnosisPrefixes.valueAt(on),
    screeningAgeFrom: terms.screeningAgeFrom.valueAt(on),
    firstFollowUpDays: terms.firstFollowUpDays.valueAt(on),
    intervalMonthsControlled: terms.intervalMonthsControlled.valueAt(on),
    recheckDays: terms.recheckDays.valueAt(on),
    uncontrolledInARowForReferral: terms.uncontrolledInARowForReferral.valueAt(on),
    windowOpensDaysBefore: terms.windowOpensDaysBefore.valueAt(on),
    controlLimits: terms.controlLimits.valueAt(on),
    emergency: terms.emergency.valueAt(on),
    knownSigns: Object.values(section.programmes).flatMap(({ emergency }) => emergency.valueAt(on).signs),
  };
}

/** The figures that make a follow-up's dates, on the day that they were counted from, each with the text that sets it. */
export function sourcedFiguresOn({ section, version }: Profile<PublicHealthProfile>, code: ProgrammeCode, on: BusinessDate) {
  const { firstFollowUpDays, intervalMonthsControlled, recheckDays, windowOpensDaysBefore } = section.programmes[code];
  return {
    version,
    firstFollowUpDays: firstFollowUpDays.entryAt(on),
    intervalMonthsControlled: intervalMonthsControlled.entryAt(on),
    recheckDays: recheckDays.entryAt(on),
    windowOpensDaysBefore: windowOpensDaysBefore.entryAt(on),
  };
}
