import { refuse, Refused } from '@yigongti/kernel';
import type { ReferralPolicy } from '../referral-policy.ts';
import { referralRefusals } from '../referral-refusals.ts';
import type { Institution } from './parties.ts';
import type { Direction, Scope, Urgency } from '../referral-codes.ts';

/**
 * Inside one consortium, or between consortia of the county (Shijiazhuang 2023, item 6: rules apart for each scope).
 * An institution of no consortium stands outside of all of them.
 */
export function scopeBetween(from: Institution, to: Institution): Scope {
  return from.consortiumCode !== null && from.consortiumCode === to.consortiumCode ? 'INTRA' : 'INTER';
}

interface Route {
  readonly direction: Direction;
  readonly scope: Scope;
  readonly urgency: Urgency;
  readonly from: Institution;
}

/** A village's way up and whatever leaves the consortium is reviewed first, as the county says; an emergency never waits for a review. */
export function needsReview({ direction, scope, urgency, from }: Route, policy: ReferralPolicy): boolean {
  if (urgency === 'EMERGENCY') return false;
  if (scope !== 'INTRA') return policy.outsideConsortiumNeedsReview;
  return policy.villageUpNeedsReview && direction === 'UP' && from.level === 'VILLAGE';
}

/**
 * The direct parent reviews: found in the tree, never chosen.
 * @throws Refused `no-reviewer` for an institution at the root
 */
export function reviewerOf(from: Institution): string {
  if (from.parentCode === null) throw new Refused([refuse(referralRefusals.noReviewer)]);
  return from.parentCode;
}
