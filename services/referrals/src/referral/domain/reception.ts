import { addDays, businessDateOf, refuse, throwIfRefused, type BusinessDate, type Refusal, type Uuid } from '@yigongti/kernel';
import type { RejectReason } from './referral-codes.ts';
import { referralRefusals } from './referral-refusals.ts';
import { answered, expectedBy } from './limits.ts';
import { sent, type Decided, type Referral, type SentReferral } from './referral.ts';
import { replyLimits } from './submission/priority.ts';
import { stepOf, take, type Act } from './transitions.ts';

/**
 * The reviewer agrees: the receiver's time begins.
 * @throws Refused `reviewer-is-requester`: two approvals of one act are two persons'
 */
export function approveReferral(referral: Referral, act: Act): Decided<SentReferral> {
  const step = stepOf(referral, 'approve', act);
  const { submission, elements } = sent(referral);
  throwIfRefused([submission.submittedBy === act.actor.subject ? refuse(referralRefusals.reviewerIsRequester) : null]);
  const changes = { submission: { ...submission, ...replyLimits(act.at, elements.urgency, act.policy) } };
  const fact = { kind: 'reviewed', reviewerInstitutionCode: submission.reviewerInstitutionCode! } as const;
  return take(sent(referral), step, { fact, changes });
}

export interface Rejecting {
  readonly reasonCode: RejectReason;
  readonly comment: string | null;
}

/** The reviewer or the receiver says no. A down-referral that ends so goes back to its parent, see `parentAfter`. */
export function rejectReferral(referral: Referral, rejecting: Rejecting, act: Act): Decided<SentReferral> {
  const step = stepOf(referral, 'reject', act);
  const rejection = { ...rejecting, rejectedBy: step.by === 'REVIEWER' ? 'REVIEWER' : 'RECEIVER' } as const;
  const changes = { rejection, submission: answered(referral) };
  return take(sent(referral), step, { fact: { kind: 'rejected', rejection }, changes });
}

export interface Accepting {
  readonly start: BusinessDate;
  readonly end: BusinessDate;
  /** Bed or slot held in the same transaction; null where none is kept. */
  readonly capacityId: Uuid | null;
  /** As the registry told; whose death it told of is not accepted any more. */
  readonly diedOn: BusinessDate | null;
}

/** The receiver takes the patient for days inside the window. The acceptance of a down-referral carries its follow-up plan. */
export function acceptReferral(referral: Referral, accepting: Accepting, act: Act): Decided<SentReferral> {
  const step = stepOf(referral, 'accept', act);
  const { windowStart, windowEnd, followUpPlan } = sent(referral).elements;
  const { start, end, capacityId, diedOn } = accepting;
  const inside = windowStart <= start && start <= end && end <= windowEnd;
  throwIfRefused([
    acceptedDead(referral, { diedOn, on: businessDateOf(act.at) }),
    inside ? null : refuse(referralRefusals.outsideWindow, { pointer: '/start', parameters: { windowStart, windowEnd } }),
  ]);
  const acceptance = { acceptedAt: act.at, start, end, capacityId };
  const changes = { acceptance, expectedBy: expectedBy(referral, end, act.policy), submission: answered(referral) };
  return take(sent(referral), step, { fact: { kind: 'accepted', acceptance, followUpPlan }, changes });
}

/**
 * Who has died is not waited for. A way up may still be entered late for a day before the death; a way down may not, since the follow-up
 * that it asks for would never be made.
 */
export function acceptedDead(
  { direction }: Referral,
  { diedOn, on }: { readonly diedOn: BusinessDate | null; readonly on: BusinessDate },
): Refusal | null {
  if (diedOn === null || (direction !== 'DOWN' && on < diedOn)) return null;
  return refuse(referralRefusals.residentDied, { parameters: { diedOn } });
}

/** The patient is there. Only arrivals count in the assessment, so one before its time is refused. */
export function confirmArrival(referral: Referral, arrivedOn: BusinessDate, act: Act): Decided<SentReferral> {
  const step = stepOf(referral, 'confirm-arrival', act);
  const { elements, acceptance } = sent(referral);
  // Whoever agreed to days before the window may come on them.
  const from = acceptance!.start < elements.windowStart ? acceptance!.start : elements.windowStart;
  const earliest = addDays(from, -act.policy.arrivalDaysEarlyMax);
  throwIfRefused([arrivedOn < earliest ? refuse(referralRefusals.arrivalTooEarly, { parameters: { earliest } }) : null]);
  return take(sent(referral), step, { fact: { kind: 'arrived', arrivedOn }, changes: { arrivedOn, expectedBy: null } });
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
  act: Act,
): Decided<SentReferral> {
  const step = stepOf(referral, 'open-encounter', act);
  const foreign = reportedFor !== null && reportedFor !== referral.residentId;
  throwIfRefused([foreign ? refuse(referralRefusals.encounterOfAnotherResident, { pointer: '/encounterNo' }) : null]);
  return take(sent(referral), step, { fact: { kind: 'care-started', encounterNo }, changes: { encounterNo } });
}

/** What becomes of the bed or slot: only accepted patients who have not arrived hold one. */
export function holdEndsAs(before: Referral, after: Referral): 'consumed' | 'released' | null {
  const held = before.status === 'ACCEPTED' && sent(before).acceptance?.capacityId;
  if (!held || after.status === 'ACCEPTED') return null;
  return after.status === 'ARRIVED' ? 'consumed' : 'released';
}
