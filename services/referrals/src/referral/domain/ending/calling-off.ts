import { refuse, throwIfRefused, type Instant } from '@yigongti/kernel';
import { answered } from '../limits.ts';
import type { CallOffReason, LapsedWith, ReferralStatus } from '../referral-codes.ts';
import { referralRefusals } from '../referral-refusals.ts';
import { sent, type Decided, type Referral, type SentReferral } from '../referral.ts';
import { allowedActions, stepOf, take, theSystem, type Act } from '../transitions.ts';

export interface CallingOff {
  readonly reasonCode: CallOffReason;
  readonly comment: string | null;
  /** Whether the caller speaks for the patient. */
  readonly byPatient: boolean;
}

/** The sender takes the referral back before it was accepted. A way down that ends so returns to its parent, see `parentAfter`. */
export function withdrawReferral(referral: Referral, { byPatient, ...why }: CallingOff, act: Act): Decided<SentReferral> {
  const step = stepOf(referral, 'withdraw', act);
  const callOff = { calledOffBy: byPatient ? 'PATIENT' : 'SENDER', ...why } as const;
  const changes = { callOff, submission: answered(referral) };
  return take(sent(referral), step, { fact: { kind: 'withdrawn', callOff }, changes });
}

/** Either side calls off what was accepted; the bed or slot is given back in the same commit. */
export function cancelReferral(referral: Referral, { byPatient, ...why }: CallingOff, act: Act): Decided<SentReferral> {
  const step = stepOf(referral, 'cancel', act);
  const side = step.by === 'RECEIVER' ? 'RECEIVER' : 'SENDER';
  const callOff = { calledOffBy: byPatient ? 'PATIENT' : side, ...why } as const;
  return take(sent(referral), step, { fact: { kind: 'cancelled', callOff }, changes: { callOff, expectedBy: null } });
}

/**
 * The patient did not come in time.
 * @throws Refused `still-expected`
 */
export function markNoShow(referral: Referral, act: Pick<Act, 'actor' | 'at'>): Decided<SentReferral> {
  const step = stepOf(referral, 'mark-no-show', act);
  const expectedBy = sent(referral).expectedBy!;
  throwIfRefused([act.at < expectedBy ? refuse(referralRefusals.stillExpected, { parameters: { expectedBy } }) : null]);
  const markedBy = step.by === 'SYSTEM' ? 'SYSTEM' : 'RECEIVER';
  return take(sent(referral), step, { fact: { kind: 'no-show', expectedBy, markedBy } });
}

const owesTheAnswer: Partial<Record<ReferralStatus, LapsedWith>> = { UNDER_REVIEW: 'REVIEWER', COUNTER_OFFERED: 'SENDER' };

/** Nobody answered in time: the referral lapses, and is told with whom. */
export function expireReferral(referral: Referral): Decided<SentReferral> {
  const step = stepOf(referral, 'expire', { actor: theSystem });
  const lapsedWith = owesTheAnswer[referral.status] ?? 'RECEIVER';
  const replyDueAt = sent(referral).submission.replyDueAt!;
  return take(sent(referral), step, {
    fact: { kind: 'expired', lapsedWith, replyDueAt },
    changes: { submission: answered(referral) },
  });
}

/** Whether the clock ends it: the answer is overdue beyond the grace. */
export function hasLapsed(referral: Referral, asOf: Instant): boolean {
  if (!allowedActions(referral, theSystem).includes('expire')) return false;
  const { expiresAt } = sent(referral).submission;
  return expiresAt !== null && expiresAt <= asOf;
}

/** Whether the clock ends it: the patient was expected and did not come. */
export function wasMissed(referral: Referral, asOf: Instant): boolean {
  if (!allowedActions(referral, theSystem).includes('mark-no-show')) return false;
  const { expectedBy } = sent(referral);
  return expectedBy !== null && expectedBy <= asOf;
}
