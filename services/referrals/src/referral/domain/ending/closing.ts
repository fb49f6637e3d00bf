import { InvariantViolated } from '@yigongti/kernel';
import { terminalStatuses, type DownReturnReason } from '../referral-codes.ts';
import { sent, type Closing, type Decided, type Referral, type SentReferral } from '../referral.ts';
import { allowedActions, stepOf, take, theSystem } from '../transitions.ts';

/**
 * Whether a completed follow-up of this referral finds something to close: a task told of twice does not, nor one of a referral that
 * its open down-referral will close.
 */
export function awaitsFollowUp(referral: Referral): boolean {
  return allowedActions(referral, theSystem).includes('close-loop') && sent(referral).downReferralId === null;
}

/** Whether a death leaves nothing to wait for: the follow-up at home, or a way down that was never sent. */
export function endsWithDeath(referral: Referral, down: Referral | null): boolean {
  return awaitsFollowUp(referral) || (referral.status === 'FOLLOW_UP' && down?.status === 'DRAFT');
}

export function closeLoop(referral: Referral, closing: Closing): Decided<SentReferral> {
  const step = stepOf(referral, 'close-loop', { actor: theSystem });
  return take(sent(referral), step, { fact: { kind: 'closed', closing }, changes: { closing, expectedBy: null } });
}

/**
 * What a parent takes from the end of the down-referral it opened: the same closing, or, when that one came to nothing, its outcome
 * waits again for a way down. Null where the parent has ended before: a death closed it while the way down was a draft.
 */
export function parentAfter(down: SentReferral, parent: Referral): Decided<SentReferral> | null {
  if (sent(parent).downReferralId !== down.referralId) {
    throw new InvariantViolated('referrals.referral.foreign-down', 'a down-referral ended for a parent that did not open it');
  }
  if (terminalStatuses.includes(parent.status)) return null;
  return down.status === 'CLOSED' ? closeLoop(parent, down.closing!) : returnDown(parent, down);
}

const returnReasons: Partial<Record<SentReferral['status'], DownReturnReason>> = {
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
  EXPIRED: 'EXPIRED',
  CANCELLED: 'CANCELLED',
  NO_SHOW: 'NO_SHOW',
};

function returnDown(parent: Referral, { status, referralId: downReferralId }: SentReferral): Decided<SentReferral> {
  const reason = returnReasons[status];
  if (!reason) throw new InvariantViolated('referrals.referral.down-goes-on', `a down-referral in ${status} has not ended`);
  const step = stepOf(parent, 'return-down', { actor: theSystem });
  return take(sent(parent), step, { fact: { kind: 'down-returned', downReferralId, reason }, changes: { downReferralId: null } });
}
