import type { BusinessDate, Profile } from '@yigongti/kernel';
import { dated } from '@yigongti/service-host';
import { z } from 'zod';
import { downReasons } from './referral/domain/referral-codes.ts';
import type { ReferralPolicy } from './referral/domain/referral-policy.ts';

const minutes = z.int().min(1);
const days = z.int().min(0);

const byUrgency = z.strictObject({ ROUTINE: minutes, URGENT: minutes, EMERGENCY: minutes });

const followUpDays = z
  .strictObject({ default: z.int(), min: z.int().min(1), max: z.int().max(365) })
  .refine(({ default: usual, min, max }) => min <= usual && usual <= max, 'min, default and max must be in order');

/** Section `referrals` of the county profile. */
export const referralsProfile = z.strictObject({
  replyMinutes: dated(byUrgency).describe('Minutes in which the receiver answers, by urgency (接诊应答时限)'),
  reviewMinutes: dated(minutes).describe('Minutes in which the reviewer answers (审核时限)'),
  expiryGraceMinutes: dated(byUrgency).describe(
    'Minutes after the limit of an answer until the referral lapses, by urgency (逾期失效宽限)',
  ),
  noShowGraceMinutes: dated(z.int().min(0)).describe(
    'Minutes after the last day until who did not come is a no-show (未到诊宽限)',
  ),
  arrivalWindowDays: dated(days).describe('Days of the window that a down-referral gets when nobody names one (就诊时间段天数)'),
  arrivalEarlyDays: dated(days).describe('Days before the window from which an arrival is taken (提前到诊天数)'),
  followUpDueDays: dated(followUpDays).describe('Days in which a follow-up is due: usual, fewest, most (随访时限)'),
  downReasons: dated(z.array(z.enum(downReasons)).min(1)).describe('Reasons for which patients go down here (下转指征)'),
  villageUpNeedsReview: dated(z.boolean()).describe('Whether what a village sends up is reviewed first (村级上转须审核)'),
  outsideConsortiumNeedsReview: dated(z.boolean()).describe(
    'Whether what leaves the consortium is reviewed first (出医共体须审核)',
  ),
  ownTeamFirst: dated(z.boolean()).describe('Whether who is sent up by his own contracted team goes first (签约团队上转优先)'),
});

export type ReferralsProfile = z.output<typeof referralsProfile>;

/** The rules that hold on a day. */
export function policyOn({ section, version }: Profile<ReferralsProfile>, on: BusinessDate): ReferralPolicy {
  const followUp = section.followUpDueDays.valueAt(on);
  return {
    profileVersion: version,
    downReasons: section.downReasons.valueAt(on),
    followUpDaysMin: followUp.min,
    followUpDaysMax: followUp.max,
    followUpDaysDefault: followUp.default,
    ownTeamFirst: section.ownTeamFirst.valueAt(on),
    arrivalDaysEarlyMax: section.arrivalEarlyDays.valueAt(on),
    downWindowDays: section.arrivalWindowDays.valueAt(on),
    villageUpNeedsReview: section.villageUpNeedsReview.valueAt(on),
    outsideConsortiumNeedsReview: section.outsideConsortiumNeedsReview.valueAt(on),
    reviewMinutesMax: section.reviewMinutes.valueAt(on),
    replyMinutesMax: section.replyMinutes.valueAt(on),
    expiryGraceMinutes: section.expiryGraceMinutes.valueAt(on),
    noShowGraceMinutes: section.noShowGraceMinutes.valueAt(on),
  };
}
