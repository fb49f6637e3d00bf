import { addDays, addMinutes, startOfDay, type BusinessDate, type Instant } from '@yigongti/kernel';
import type { ReferralPolicy } from './referral-policy.ts';
import { sent, type Referral, type Submission } from './referral.ts';

/** The submission after an answer: nobody owes one any more. */
export function answered(referral: Referral): Submission {
  return { ...sent(referral).submission, replyDueAt: null, expiresAt: null };
}

/** The patient may come until the last day of the window or of the days agreed on has ended, and the grace after it. */
export function expectedBy(referral: Referral, end: BusinessDate, { noShowGraceMinutes }: ReferralPolicy): Instant {
  const { windowEnd } = sent(referral).elements;
  const lastDay = end > windowEnd ? end : windowEnd;
  return addMinutes(startOfDay(addDays(lastDay, 1)), noShowGraceMinutes);
}
