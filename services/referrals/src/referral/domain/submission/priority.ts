import { addMinutes, type Instant } from '@yigongti/kernel';
import type { ContractInForce } from './parties.ts';
import type { Direction, QueueClass, Scope, Urgency } from '../referral-codes.ts';
import type { ReferralPolicy } from '../referral-policy.ts';

interface Standing {
  readonly direction: Direction;
  readonly scope: Scope;
  readonly urgency: Urgency;
  readonly practitionerCode: string;
  readonly contract: ContractInForce | null;
}

/**
 * Class in the receiver's worklist: urgency first, then who was sent up by his own contracted team inside the consortium
 * (Deqing 2019, 二(一)3; Shijiazhuang 2023, item 5), then other referrals, contract or not (Zhejiang 2017, 二(七)).
 */
export function queueClassOf(standing: Standing, policy: ReferralPolicy): QueueClass {
  if (standing.urgency !== 'ROUTINE') return standing.urgency;
  return policy.ownTeamFirst && isSentUpByOwnTeam(standing) ? 'CONTRACTED' : 'REFERRED';
}

function isSentUpByOwnTeam({ direction, scope, practitionerCode, contract }: Standing): boolean {
  return (
    direction === 'UP' && scope === 'INTRA' && contract !== null && contract.teamPractitionerCodes.includes(practitionerCode)
  );
}

/** When an answer is due, and when the referral lapses without one. */
export interface AnswerLimits {
  readonly replyDueAt: Instant;
  readonly expiresAt: Instant;
}

/** Limits in hours and minutes are exact instants, not ends of days. */
export function reviewLimits(from: Instant, urgency: Urgency, policy: ReferralPolicy): AnswerLimits {
  return limits(from, policy.reviewMinutesMax, policy.expiryGraceMinutes[urgency]);
}

/** Of the receiver's answer to the request, and of the sender's to a counter-offer. */
export function replyLimits(from: Instant, urgency: Urgency, policy: ReferralPolicy): AnswerLimits {
  return limits(from, policy.replyMinutesMax[urgency], policy.expiryGraceMinutes[urgency]);
}

function limits(from: Instant, minutes: number, grace: number): AnswerLimits {
  const replyDueAt = addMinutes(from, minutes);
  return { replyDueAt, expiresAt: addMinutes(replyDueAt, grace) };
}
