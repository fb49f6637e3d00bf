import { refuse, throwIfRefused, type BusinessDate, type Refusal, type Uuid } from '@yigongti/kernel';
import type { NoDownReason } from './referral-codes.ts';
import type { ReferralPolicy } from './referral-policy.ts';
import { referralRefusals } from './referral-refusals.ts';
import { sent, type Decided, type FollowUpPlan, type Outcome, type Referral, type SentReferral } from './referral.ts';
import { stepOf, take, type Act } from './transitions.ts';

export function sendOutcome(referral: Referral, outcome: Outcome, act: Act): Decided<SentReferral> {
  const step = stepOf(referral, 'send-outcome', act);
  return take(sent(referral), step, { fact: { kind: 'outcome-sent', outcome }, changes: { outcome } });
}

/**
 * Ties a down-referral, drafted beside it, to its parent: the parent waits for the follow-up of that one.
 * @throws Refused `patient-died`
 */
export function openDown(referral: Referral, downReferralId: Uuid, act: Act): Decided<SentReferral> {
  const step = stepOf(referral, 'open-down', act);
  throwIfRefused([diedByOutcome(referral) ? refuse(referralRefusals.patientDied) : null]);
  return take(sent(referral), step, { fact: { kind: 'down-opened', downReferralId }, changes: { downReferralId } });
}

export interface FollowUpAtHome {
  readonly reason: Exclude<NoDownReason, 'DIED'>;
  readonly followUpPlan: FollowUpPlan | null;
  readonly homeInstitutionCode: string;
  /** As the registry told: nobody is visited at home who has died. */
  readonly diedOn: BusinessDate | null;
}
export type NoDownNeeded = { readonly reason: 'DIED' } | FollowUpAtHome;

/** The patient needs no way down: the home unit follows up all the same, and a death closes the referral. */
export function noDownNeeded(referral: Referral, needed: NoDownNeeded, act: Act): Decided<SentReferral> {
  return needed.reason === 'DIED' ? closeByDeath(referral, act) : requestFollowUp(referral, needed, act);
}

function closeByDeath(referral: Referral, { actor }: Act): Decided<SentReferral> {
  const step = stepOf(referral, 'no-down-needed', { actor, to: 'CLOSED' });
  const closing = { cause: 'DIED', followUpTaskId: null } as const;
  return take(sent(referral), step, { fact: { kind: 'closed', closing }, changes: { noDownReason: 'DIED', closing } });
}

function requestFollowUp(referral: Referral, needed: FollowUpAtHome, { actor, policy }: Act): Decided<SentReferral> {
  const step = stepOf(referral, 'no-down-needed', { actor, to: 'FOLLOW_UP' });
  throwIfRefused([
    diedByOutcome(referral) ? refuse(referralRefusals.patientDied, { pointer: '/reason' }) : null,
    needed.diedOn === null
      ? null
      : refuse(referralRefusals.residentDied, { pointer: '/reason', parameters: { diedOn: needed.diedOn } }),
    planRefusal(needed.followUpPlan, policy),
  ]);
  const { reason, homeInstitutionCode } = needed;
  const fact = { kind: 'follow-up-requested', reason, followUpPlan: needed.followUpPlan!, homeInstitutionCode } as const;
  return take(sent(referral), step, { fact, changes: { noDownReason: reason } });
}

/** Home units are given days, not instants; the county says how few and how many. */
export function planRefusal(
  plan: FollowUpPlan | null,
  { followUpDaysMin: min, followUpDaysMax: max }: ReferralPolicy,
): Refusal | null {
  if (plan === null) return refuse(referralRefusals.elementMissing, { pointer: '/followUpPlan' });
  if (plan.dueInDays >= min && plan.dueInDays <= max) return null;
  return refuse(referralRefusals.followUpDueOutOfRange, { pointer: '/followUpPlan/dueInDays', parameters: { min, max } });
}

function diedByOutcome(referral: Referral): boolean {
  return sent(referral).outcome?.outcome === 'DIED';
}
