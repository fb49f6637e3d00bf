import { refuse, throwIfRefused, type Uuid } from '@yigongti/kernel';
import type { NoDownReason } from './referral-codes.ts';
import type { ReferralPolicy } from './referral-policy.ts';
import { referralRefusals } from './referral-refusals.ts';
import { sent, type Decided, type FollowUpPlan, type Outcome, type Referral, type SentReferral } from './referral.ts';
import { stepOf, take, type Actor } from './transitions.ts';

export function sendOutcome(referral: Referral, outcome: Outcome, actor: Actor): Decided<SentReferral> {
  const step = stepOf(referral, 'send-outcome', actor);
  return take(sent(referral), step, { outcome }, { kind: 'outcome-sent', outcome });
}

/**
 * Ties a down-referral, drafted beside it, to its parent: the parent waits for the follow-up of that one.
 * @throws Refused `patient-died`
 */
export function openDown(referral: Referral, downReferralId: Uuid, actor: Actor): Decided<SentReferral> {
  const step = stepOf(referral, 'open-down', actor);
  throwIfRefused([diedByOutcome(referral) ? refuse(referralRefusals.patientDied) : null]);
  return take(sent(referral), step, { downReferralId }, { kind: 'down-opened', downReferralId });
}

export type NoDownNeeded =
  | { readonly reason: 'DIED' }
  | {
      readonly reason: Exclude<NoDownReason, 'DIED'>;
      readonly followUpPlan: FollowUpPlan | null;
      readonly homeInstitutionCode: string;
    };

/** The patient needs no way down: the home unit follows up all the same, and a death closes the referral. */
export function noDownNeeded(
  referral: Referral,
  needed: NoDownNeeded,
  actor: Actor,
  policy: ReferralPolicy,
): Decided<SentReferral> {
  if (needed.reason === 'DIED') {
    const step = stepOf(referral, 'no-down-needed', actor, 'CLOSED');
    const closing = { cause: 'DIED', followUpTaskId: null } as const;
    return take(sent(referral), step, { noDownReason: 'DIED', closing }, { kind: 'closed', closing });
  }
  const step = stepOf(referral, 'no-down-needed', actor, 'FOLLOW_UP');
  const { reason, homeInstitutionCode } = needed;
  throwIfRefused([
    diedByOutcome(referral) ? refuse(referralRefusals.patientDied, { pointer: '/reason' }) : null,
    ...planRefusals(needed.followUpPlan, policy),
  ]);
  const followUpPlan = needed.followUpPlan!;
  return take(
    sent(referral),
    step,
    { noDownReason: reason },
    { kind: 'follow-up-requested', reason, followUpPlan, homeInstitutionCode },
  );
}

function planRefusals(plan: FollowUpPlan | null, { followUpDaysMin: min, followUpDaysMax: max }: ReferralPolicy) {
  if (plan === null) return [refuse(referralRefusals.elementMissing, { pointer: '/followUpPlan' })];
  if (plan.dueInDays >= min && plan.dueInDays <= max) return [];
  return [refuse(referralRefusals.followUpDueOutOfRange, { pointer: '/followUpPlan/dueInDays', parameters: { min, max } })];
}

function diedByOutcome(referral: Referral): boolean {
  return sent(referral).outcome?.outcome === 'DIED';
}
