import type { Caller } from '@yigongti/kernel';
import type { WalkIn } from './domain/walk-in.ts';

/** Who waits without a referral, as clients see it; plain JSON. */
export interface WalkInView extends WalkIn {
  readonly allowedActions: readonly string[];
}

export function walkInView(walkIn: WalkIn, caller: Caller): WalkInView {
  const own = walkIn.institutionCode === caller.institutionCode && walkIn.status === 'WAITING';
  return { ...walkIn, allowedActions: own ? ['end'] : [] };
}
