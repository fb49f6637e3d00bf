import { explainBy, type ExplainedRule, type ExplanationStep } from '@yigongti/kernel';
import { careMonthOf, type Claim, type ClaimBooking, type SettlementList } from '../claim/index.ts';

export const bookingRule = {
  rule: 'settlement.claim.booking',
  titleZh: '入账月份',
  titleEn: 'Month that the list is booked in',
} as const satisfies ExplainedRule;

/** Why a list counts in its month: the care's own, or the next one that was open when it came. */
export function bookingStep(list: SettlementList, booking: ClaimBooking, replaced: Claim | null): ExplanationStep {
  const { month, cause, consortiumCode } = booking;
  const inputs = { careMonth: careMonthOf(list), cause, replacedListVersion: replaced?.list.listVersion ?? null };
  return explainBy(`months of ${consortiumCode ?? 'no pool'} ${list.insuranceType}`)(bookingRule, inputs, month);
}
