import { InvariantViolated, type BusinessDate, type Instant, type Uuid } from '@yigongti/kernel';
import type {
  CalledOffBy,
  CallOffReason,
  CloseCause,
  Direction,
  DownReturnReason,
  LapsedWith,
  NoDownReason,
  Origin,
  OutcomeCode,
  Programme,
  Purpose,
  QueueClass,
  ReasonCode,
  RecordType,
  ReferralStatus,
  RejectReason,
  Scope,
  Transport,
  Urgency,
  VisitType,
} from './referral-codes.ts';

/** What the home unit is asked to do; `dueInDays` counts from the acceptance of the down-referral. */
export interface FollowUpPlan {
  readonly dueInDays: number;
  readonly programme: Programme | null;
  readonly instructionCode: string;
}

/** A rule of public-health that fired: it suggests a referral, a doctor decides. */
export interface RuleHit {
  readonly ruleId: string;
  readonly ruleVersion: string;
}

/** What the sender writes on the form; complete from the submission on. */
export interface ClinicalElements {
  /** The doctor who refers. */
  readonly practitionerCode: string;
  readonly toDepartmentCode: string | null;
  readonly visitType: VisitType;
  readonly urgency: Urgency;
  readonly reasonCodes: readonly ReasonCode[];
  readonly reasonText: string | null;
  readonly purpose: Purpose | null;
  readonly diagnosisCodes: readonly string[];
  readonly summary: string;
  /** The days wished for, both included. */
  readonly windowStart: BusinessDate;
  readonly windowEnd: BusinessDate;
  readonly consentSignedAt: Instant | null;
  /** Advice for the unit that goes on; a down-referral needs it. */
  readonly rehabGuidance: string | null;
  readonly transport: Transport | null;
  readonly followUpPlan: FollowUpPlan | null;
}

/** The same form while it is being written. */
export type DraftElements = { readonly [Element in keyof ClinicalElements]: ClinicalElements[Element] | null };

/** What the submission settled: who decides by when, and the place in the receiver's worklist. */
export interface Submission {
  readonly submittedAt: Instant;
  /** Actor (`sub`) of the submission: who reviews must be somebody else. */
  readonly submittedBy: string;
  readonly contracted: boolean;
  readonly contractId: Uuid | null;
  readonly queueClass: QueueClass;
  readonly reviewerInstitutionCode: string | null;
  /** When whoever has to answer should have answered; null while nobody has to. */
  readonly replyDueAt: Instant | null;
  /** When the referral lapses without that answer; null while nobody has to. */
  readonly expiresAt: Instant | null;
  /** Version of the county profile that the submission was judged by. */
  readonly profileVersion: string;
}

export interface Acceptance {
  readonly acceptedAt: Instant;
  readonly start: BusinessDate;
  readonly end: BusinessDate;
  readonly capacityId: Uuid | null;
}

export interface Outcome {
  readonly outcome: OutcomeCode;
  readonly diagnosisCodes: readonly string[];
  readonly advice: string;
}

export interface Rejection {
  readonly rejectedBy: 'REVIEWER' | 'RECEIVER';
  readonly reasonCode: RejectReason;
  readonly comment: string | null;
}

/** What the receiver offers instead of what was asked: other days, another department, or an institution that could be asked. */
export interface CounterOffer {
  readonly offeredAt: Instant;
  readonly start: BusinessDate;
  readonly end: BusinessDate;
  readonly departmentCode: string | null;
  /** Somebody else to ask, by a referral of its own; null where the receiver offers itself. */
  readonly toInstitutionCode: string | null;
  /** Held when the sender agrees, not before. */
  readonly capacityId: Uuid | null;
  readonly comment: string | null;
}

/** The end before the patient came: a withdrawal while it waited, a cancellation after its acceptance. */
export interface CallOff {
  readonly calledOffBy: CalledOffBy;
  readonly reasonCode: CallOffReason;
  readonly comment: string | null;
}

/** A document that the sender keeps for the receiver; the text itself stays in the sender's system. */
export interface RecordDocument {
  readonly documentNo: string;
  readonly typeCode: RecordType;
  /** SHA-256 of its bytes, so that the receiver knows that it reads the same ones. */
  readonly digest: string | null;
}

export interface Closing {
  readonly cause: CloseCause;
  readonly followUpTaskId: Uuid | null;
}

interface ReferralHead {
  readonly referralId: Uuid;
  readonly referralNo: string;
  /** Goes up by one per event. */
  readonly version: number;
  readonly direction: Direction;
  /** Derived from the tree, never typed. */
  readonly scope: Scope;
  readonly origin: Origin;
  readonly suggestionTaskId: Uuid | null;
  readonly ruleHits: readonly RuleHit[];
  readonly parentReferralId: Uuid | null;
  readonly residentId: Uuid;
  readonly fromInstitutionCode: string;
  readonly toInstitutionCode: string;
  readonly draftedAt: Instant;
}

export interface DraftReferral extends ReferralHead {
  readonly status: 'DRAFT';
  readonly elements: DraftElements;
}

/** A referral that has left its sender's desk. The parts fill as it goes on. */
export interface SentReferral extends ReferralHead {
  readonly status: Exclude<ReferralStatus, 'DRAFT'>;
  readonly elements: ClinicalElements;
  readonly submission: Submission;
  readonly rejection: Rejection | null;
  /** The offer that waits for the sender, or that he agreed to. */
  readonly counterOffer: CounterOffer | null;
  readonly acceptance: Acceptance | null;
  /** Until when the accepted patient is expected; null before the acceptance and from the arrival on. */
  readonly expectedBy: Instant | null;
  readonly callOff: CallOff | null;
  /** In order of upload. */
  readonly records: readonly RecordDocument[];
  readonly arrivedOn: BusinessDate | null;
  /** Number of the encounter in the receiver's own system. */
  readonly encounterNo: string | null;
  readonly outcome: Outcome | null;
  /** The open down-referral of this one. */
  readonly downReferralId: Uuid | null;
  readonly noDownReason: NoDownReason | null;
  readonly closing: Closing | null;
}

export type Referral = DraftReferral | SentReferral;

/** What happened, in this service's own words; `referral-events.ts` says what leaves the service. */
export type ReferralFact =
  | { readonly kind: 'drafted' }
  | { readonly kind: 'submitted' }
  | { readonly kind: 'review-requested'; readonly reviewerInstitutionCode: string }
  | { readonly kind: 'sent-to-receiver' }
  | { readonly kind: 'reviewed'; readonly reviewerInstitutionCode: string }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'accepted'; readonly acceptance: Acceptance; readonly followUpPlan: FollowUpPlan | null }
  | { readonly kind: 'counter-offered'; readonly counterOffer: CounterOffer }
  | { readonly kind: 'counter-refused' }
  | { readonly kind: 'withdrawn' | 'cancelled'; readonly callOff: CallOff }
  | { readonly kind: 'no-show'; readonly expectedBy: Instant; readonly markedBy: 'RECEIVER' | 'SYSTEM' }
  | { readonly kind: 'expired'; readonly lapsedWith: LapsedWith; readonly replyDueAt: Instant }
  | { readonly kind: 'records-uploaded'; readonly documents: readonly RecordDocument[] }
  | { readonly kind: 'arrived'; readonly arrivedOn: BusinessDate }
  | { readonly kind: 'care-started'; readonly encounterNo: string }
  | { readonly kind: 'outcome-sent'; readonly outcome: Outcome }
  | { readonly kind: 'down-opened'; readonly downReferralId: Uuid }
  | {
      readonly kind: 'follow-up-requested';
      readonly reason: Exclude<NoDownReason, 'DIED'>;
      readonly followUpPlan: FollowUpPlan;
      readonly homeInstitutionCode: string;
    }
  | { readonly kind: 'down-returned'; readonly downReferralId: Uuid; readonly reason: DownReturnReason }
  | { readonly kind: 'closed'; readonly closing: Closing };

export type FactKind = ReferralFact['kind'];

/** A decision: the referral as it is now and the facts that led there, one version each. */
export interface Decided<R extends Referral = Referral> {
  readonly referral: R;
  readonly facts: readonly ReferralFact[];
}

/** Narrows to a referral past its draft: the table of transitions has let no draft through to the caller. */
export function sent(referral: Referral): SentReferral {
  if (referral.status === 'DRAFT')
    throw new InvariantViolated('referrals.referral.draft-in-course', 'a draft took a step of a sent referral');
  return referral;
}
