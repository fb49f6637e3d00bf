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

/** Limits in hours and minutes are exact instants, not ends of days. */
export function reviewDueAt(from: Instant, policy: ReferralPolicy): Instant {
  return addMinutes(from, policy.reviewMinutesMax);
}

export function replyDueAt(from: Instant, urgency: Urgency, policy: ReferralPolicy): Instant {
  return addMinutes(from, policy.replyMinutesMax[urgency]);
}
