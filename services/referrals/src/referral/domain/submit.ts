import { refuse, throwIfRefused, type Instant, type Refusal, type Uuid } from '@yigongti/kernel';
import type { ContractInForce } from './parties.ts';
import { partyRefusals } from './party-rules.ts';
import { queueClassOf, replyDueAt, reviewDueAt } from './priority.ts';
import { referralRefusals } from './referral-refusals.ts';
import type { ClinicalElements, Decided, DraftReferral, SentReferral, Submission } from './referral.ts';
import { needsReview, reviewerOf, scopeBetween } from './routing.ts';
import { submitRules, type SubmissionFacts } from './submit-rules.ts';
import { stepOf, take, theSystem, type Actor } from './transitions.ts';

export interface Submitting extends SubmissionFacts {
  readonly actor: Actor;
  readonly submittedAt: Instant;
  readonly contract: ContractInForce | null;
  /** An open referral of the same person to the same target in overlapping days. */
  readonly openDuplicate: { readonly referralId: Uuid; readonly referralNo: string } | null;
}

/**
 * Lets a draft go: checks the form, fixes its place in the receiver's worklist, and routes it in the same decision, so that no
 * referral ever rests in SUBMITTED.
 * @throws Refused with all reasons of the form; after those `duplicate`
 */
export function submitReferral(draft: DraftReferral, submitting: Submitting): Decided<SentReferral> {
  const step = stepOf(draft, 'submit', submitting.actor);
  throwIfRefused([...submitRules.flatMap((rule): readonly Refusal[] => rule(submitting) ?? []), ...partyRefusals(submitting)]);
  refuseDuplicate(submitting);
  const submitted = take(filled(draft, submitting), step, {}, { kind: 'submitted' });
  const routed = route(submitted.referral, submitting);
  return { referral: routed.referral, facts: [...submitted.facts, ...routed.facts] };
}

function refuseDuplicate({ openDuplicate }: Submitting): void {
  if (openDuplicate) throwIfRefused([refuse(referralRefusals.duplicate, { parameters: { ...openDuplicate } })]);
}

function filled(draft: DraftReferral, submitting: Submitting): SentReferral {
  const { from, to, direction } = submitting;
  // The rules have let nothing pass that lacks a required element.
  const elements = submitting.elements as ClinicalElements;
  return {
    ...draft,
    status: 'SUBMITTED',
    scope: scopeBetween(from, to),
    toInstitutionCode: to.institutionCode,
    elements: { ...elements, followUpPlan: direction === 'DOWN' ? elements.followUpPlan : null },
    submission: submissionOf(elements, submitting),
    rejection: null,
    acceptance: null,
    arrivedOn: null,
    encounterNo: null,
    outcome: null,
    downReferralId: null,
    noDownReason: null,
    closing: null,
  };
}

function submissionOf({ urgency, practitionerCode }: ClinicalElements, submitting: Submitting): Submission {
  const { from, to, direction, contract, policy } = submitting;
  return {
    submittedAt: submitting.submittedAt,
    submittedBy: submitting.actor.subject,
    contracted: contract !== null,
    contractId: contract?.contractId ?? null,
    queueClass: queueClassOf({ direction, scope: scopeBetween(from, to), urgency, practitionerCode, contract }, policy),
    reviewerInstitutionCode: null,
    replyDueAt: null,
    profileVersion: policy.profileVersion,
  };
}

function route(referral: SentReferral, { from, policy, submittedAt }: Submitting): Decided<SentReferral> {
  const { direction, scope, submission } = referral;
  const { urgency } = referral.elements;
  if (!needsReview({ direction, scope, urgency, from })) {
    const step = stepOf(referral, 'route', theSystem, 'PENDING_RECEIVER');
    const due = replyDueAt(submittedAt, urgency, policy);
    return take(referral, step, { submission: { ...submission, replyDueAt: due } }, { kind: 'sent-to-receiver' });
  }
  const reviewerInstitutionCode = reviewerOf(from);
  const step = stepOf(referral, 'route', theSystem, 'UNDER_REVIEW');
  const due = reviewDueAt(submittedAt, policy);
  const changes = { submission: { ...submission, reviewerInstitutionCode, replyDueAt: due } };
  return take(referral, step, changes, { kind: 'review-requested', reviewerInstitutionCode });
}
