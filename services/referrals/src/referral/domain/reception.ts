import { addDays, refuse, throwIfRefused, type BusinessDate, type Instant, type Uuid } from '@yigongti/kernel';
import { replyDueAt } from './priority.ts';
import type { RejectReason } from './referral-codes.ts';
import type { ReferralPolicy } from './referral-policy.ts';
import { referralRefusals } from './referral-refusals.ts';
import { sent, type Decided, type Referral, type SentReferral } from './referral.ts';
import { stepOf, take, type Actor } from './transitions.ts';

/**
 * The reviewer agrees: the receiver's time begins.
 * @throws Refused `reviewer-is-requester`: two approvals of one act are two persons'
 */
export function approveReferral(referral: Referral, actor: Actor, at: Instant, policy: ReferralPolicy): Decided<SentReferral> {
  const step = stepOf(referral, 'approve', actor);
  const { submission, elements } = sent(referral);
  throwIfRefused([submission.submittedBy === actor.subject ? refuse(referralRefusals.reviewerIsRequester) : null]);
  const changes = { submission: { ...submission, replyDueAt: replyDueAt(at, elements.urgency, policy) } };
  const reviewerInstitutionCode = submission.reviewerInstitutionCode!;
  return take(sent(referral), step, changes, { kind: 'reviewed', reviewerInstitutionCode });
}

export interface Rejecting {
  readonly reasonCode: RejectReason;
  readonly comment: string | null;
}

/** The reviewer or the receiver says no. A down-referral that ends so goes back to its parent, see `returnDown`. */
export function rejectReferral(referral: Referral, rejecting: Rejecting, actor: Actor): Decided<SentReferral> {
  const step = stepOf(referral, 'reject', actor);
  const rejectedBy = step.by === 'REVIEWER' ? 'REVIEWER' : 'RECEIVER';
  const rejection = { ...rejecting, rejectedBy } as const;
  return take(sent(referral), step, { rejection, submission: answered(referral) }, { kind: 'rejected', rejection });
}

export interface Accepting {
  readonly start: BusinessDate;
  readonly end: BusinessDate;
  /** Bed or slot held in the same transaction; null where none is kept. */
  readonly capacityId: Uuid | null;
}

/** The receiver takes the patient for days inside the window. The acceptance of a down-referral carries its follow-up plan. */
export function acceptReferral(
  referral: Referral,
  accepting: Accepting,
  actor: Actor,
  acceptedAt: Instant,
): Decided<SentReferral> {
  const step = stepOf(referral, 'accept', actor);
  const { windowStart, windowEnd, followUpPlan } = sent(referral).elements;
  const inside = windowStart <= accepting.start && accepting.start <= accepting.end && accepting.end <= windowEnd;
  throwIfRefused([
    inside ? null : refuse(referralRefusals.outsideWindow, { pointer: '/start', parameters: { windowStart, windowEnd } }),
  ]);
  const acceptance = { acceptedAt, ...accepting };
  return take(
    sent(referral),
    step,
    { acceptance, submission: answered(referral) },
    { kind: 'accepted', acceptance, followUpPlan },
  );
}

/** The patient is there. Only arrivals count in the assessment, so one before its time is refused. */
export function confirmArrival(
  referral: Referral,
  arrivedOn: BusinessDate,
  actor: Actor,
  policy: ReferralPolicy,
): Decided<SentReferral> {
  const step = stepOf(referral, 'confirm-arrival', actor);
  const earliest = addDays(sent(referral).elements.windowStart, -policy.arrivalDaysEarlyMax);
  throwIfRefused([arrivedOn < earliest ? refuse(referralRefusals.arrivalTooEarly, { parameters: { earliest } }) : null]);
  return take(sent(referral), step, { arrivedOn }, { kind: 'arrived', arrivedOn });
}

export interface OpenedEncounter {
  readonly encounterNo: string;
  /** For whom the registry has an admission of that number at the receiver; null while it has none. */
  readonly reportedFor: Uuid | null;
}

/** The registry may hear of the admission later than we do: an unknown number passes, another person's does not. */
export function openEncounter(
  referral: Referral,
  { encounterNo, reportedFor }: OpenedEncounter,
  actor: Actor,
): Decided<SentReferral> {
  const step = stepOf(referral, 'open-encounter', actor);
  const foreign = reportedFor !== null && reportedFor !== referral.residentId;
  throwIfRefused([foreign ? refuse(referralRefusals.encounterOfAnotherResident, { pointer: '/encounterNo' }) : null]);
  return take(sent(referral), step, { encounterNo }, { kind: 'care-started', encounterNo });
}

/** What becomes of the bed or slot: only accepted patients who have not arrived hold one. */
export function holdEndsAs(before: Referral, after: Referral): 'consumed' | 'released' | null {
  const held = before.status === 'ACCEPTED' && sent(before).acceptance?.capacityId;
  if (!held || after.status === 'ACCEPTED') return null;
  return after.status === 'ARRIVED' ? 'consumed' : 'released';
}

function answered(referral: Referral): SentReferral['submission'] {
  return { ...sent(referral).submission, replyDueAt: null };
}
