import type { DownReason, Urgency } from './referral-codes.ts';

/** What the county profile says about referrals on a day. */
export interface ReferralPolicy {
  readonly profileVersion: string;
  /** Reasons for which this county sends patients down. */
  readonly downReasons: readonly DownReason[];
  readonly followUpDaysMin: number;
  readonly followUpDaysMax: number;
  readonly followUpDaysDefault: number;
  /** Whether a patient sent up by his own contracted team goes before other referrals of the same urgency. */
  readonly ownTeamFirst: boolean;
  /** Days before the window's first day from which an arrival is taken. */
  readonly arrivalDaysEarlyMax: number;
  /** Days of the window that a down-referral gets when nobody names one. */
  readonly downWindowDays: number;
  readonly villageUpNeedsReview: boolean;
  readonly outsideConsortiumNeedsReview: boolean;
  readonly reviewMinutesMax: number;
  readonly replyMinutesMax: Readonly<Record<Urgency, number>>;
  /** Minutes after the limit of an answer after which the referral lapses. */
  readonly expiryGraceMinutes: Readonly<Record<Urgency, number>>;
  /** Minutes after the end of the last day on which an accepted patient may still come. */
  readonly noShowGraceMinutes: number;
}
