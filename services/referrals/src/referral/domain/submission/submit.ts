import { businessDateOf, refuse, throwIfRefused, type Refusal, type Uuid } from '@yigongti/kernel';
import type { ContractInForce, Institution } from './parties.ts';
import { partyRefusals } from './party-rules.ts';
import { queueClassOf, replyLimits, reviewLimits } from './priority.ts';
import { referralRefusals } from '../referral-refusals.ts';
import type { ClinicalElements, Decided, Referral, SentReferral, Submission } from '../referral.ts';
import { needsReview, reviewerOf, scopeBetween } from './routing.ts';
import { submitRules, type SubmissionFacts } from './submit-rules.ts';
import { stepOf, take, theSystem, type Act } from '../transitions.ts';

/** What the sender hands over beside the draft; direction, day and policy come from the draft and the act. */
export interface Submitting extends Omit<SubmissionFacts, 'direction' | 'on' | 'policy'> {
  readonly contract: ContractInForce | null;
  /** An open referral of the same person to the same target in overlapping days. */
  readonly openDuplicate: { readonly referralId: Uuid; readonly referralNo: string } | null;
}

/**
 * Lets a draft go: checks the form, fixes its place in the receiver's worklist, and routes it in the same decision, so that no
 * referral ever rests in SUBMITTED.
 * @throws Refused with all reasons of the form; after those `duplicate`
 */
export function submitReferral(draft: Referral, submitting: Submitting, act: Act): Decided<SentReferral> {
  const step = stepOf(draft, 'submit', act);
  const facts = { ...submitting, direction: draft.direction, on: businessDateOf(act.at), policy: act.policy };
  throwIfRefused([...submitRules.flatMap((rule): readonly Refusal[] => rule(facts) ?? []), ...partyRefusals(facts)]);
  refuseDuplicate(submitting);
  const submitted = take(filled(draft, submitting, act), step, { fact: { kind: 'submitted' } });
  const routed = route(submitted.referral, submitting.from, act);
  return { referral: routed.referral, facts: [...submitted.facts, ...routed.facts] };
}

function refuseDuplicate({ openDuplicate }: Submitting): void {
  if (openDuplicate) throwIfRefused([refuse(referralRefusals.duplicate, { parameters: { ...openDuplicate } })]);
}

function filled(draft: Referral, submitting: Submitting, act: Act): SentReferral {
  const { from, to } = submitting;
  // The rules have let nothing pass that lacks a required element.
  const elements = submitting.elements as ClinicalElements;
  return {
    ...draft,
    status: 'SUBMITTED',
    scope: scopeBetween(from, to),
    toInstitutionCode: to.institutionCode,
    elements: { ...elements, followUpPlan: draft.direction === 'DOWN' ? elements.followUpPlan : null },
    submission: submissionOf(draft, submitting, act),
    rejection: null,
    counterOffer: null,
    acceptance: null,
    expectedBy: null,
    callOff: null,
    records: [],
    arrivedOn: null,
    encounterNo: null,
    outcome: null,
    downReferralId: null,
    noDownReason: null,
    closing: null,
  };
}

function submissionOf(referral: Referral, submitting: Submitting, { actor, at, policy }: Act): Submission {
  const { urgency, practitionerCode } = submitting.elements as ClinicalElements;
  const { direction } = referral;
  const { from, to, contract } = submitting;
  return {
    submittedAt: at,
    submittedBy: actor.subject,
    contracted: contract !== null,
    contractId: contract?.contractId ?? null,
    queueClass: queueClassOf({ direction, scope: scopeBetween(from, to), urgency, practitionerCode, contract }, policy),
    reviewerInstitutionCode: null,
    replyDueAt: null,
    expiresAt: null,
    profileVersion: policy.profileVersion,
  };
}

function route(referral: SentReferral, from: Institution, { at, policy }: Act): Decided<SentReferral> {
  const { direction, scope, submission } = referral;
  const { urgency } = referral.elements;
  if (!needsReview({ direction, scope, urgency, from }, policy)) {
    const step = stepOf(referral, 'route', { actor: theSystem, to: 'PENDING_RECEIVER' });
    const changes = { submission: { ...submission, ...replyLimits(at, urgency, policy) } };
    return take(referral, step, { fact: { kind: 'sent-to-receiver' }, changes });
  }
  const reviewerInstitutionCode = reviewerOf(from);
  const step = stepOf(referral, 'route', { actor: theSystem, to: 'UNDER_REVIEW' });
  const changes = { submission: { ...submission, reviewerInstitutionCode, ...reviewLimits(at, urgency, policy) } };
  return take(referral, step, { fact: { kind: 'review-requested', reviewerInstitutionCode }, changes });
}
