import { formatInstant, InvariantViolated, type Instant } from '@yigongti/kernel';
import type { ClinicalElements, DraftElements, Referral, SentReferral, Submission } from '../domain/referral.ts';
import type { ReferralRow } from './referral.row.ts';

/** Everything that a referral gets after its draft; null until then. */
type CourseRow = Omit<SentReferral, keyof Referral | 'submission'> & { [Part in keyof Submission]: Submission[Part] | null };

const noCourse: CourseRow = {
  submittedAt: null,
  submittedBy: null,
  contracted: null,
  contractId: null,
  queueClass: null,
  reviewerInstitutionCode: null,
  replyDueAt: null,
  expiresAt: null,
  profileVersion: null,
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

export function toRow(referral: Referral): ReferralRow {
  if (referral.status === 'DRAFT') {
    const { elements, ...head } = referral;
    return { ...head, ...elements, ...noCourse };
  }
  const { elements, submission, ...course } = referral;
  return { ...course, ...elements, ...submission };
}

export function toReferral(row: ReferralRow): Referral {
  const head = {
    referralId: row.referralId,
    referralNo: row.referralNo,
    version: row.version,
    direction: row.direction,
    scope: row.scope,
    origin: row.origin,
    suggestionTaskId: row.suggestionTaskId,
    ruleHits: row.ruleHits,
    parentReferralId: row.parentReferralId,
    residentId: row.residentId,
    fromInstitutionCode: row.fromInstitutionCode,
    toInstitutionCode: row.toInstitutionCode,
    draftedAt: toInstant(row.draftedAt),
  };
  const elements = toElements(row);
  const referral = row.status === 'DRAFT' ? { ...head, elements } : { ...head, elements, ...toCourse(row) };
  // The codes were checked by the domain before they were stored.
  return { ...referral, status: row.status } as Referral;
}

function toElements(row: ReferralRow): DraftElements {
  const elements = {
    practitionerCode: row.practitionerCode,
    toDepartmentCode: row.toDepartmentCode,
    visitType: row.visitType,
    urgency: row.urgency,
    reasonCodes: row.reasonCodes,
    reasonText: row.reasonText,
    purpose: row.purpose,
    diagnosisCodes: row.diagnosisCodes,
    summary: row.summary,
    windowStart: row.windowStart,
    windowEnd: row.windowEnd,
    consentSignedAt: row.consentSignedAt && toInstant(row.consentSignedAt),
    rehabGuidance: row.rehabGuidance,
    transport: row.transport,
    followUpPlan: row.followUpPlan,
  };
  return elements as DraftElements & ClinicalElements;
}

function toCourse(row: ReferralRow) {
  if (row.submittedAt === null)
    throw new InvariantViolated('referrals.referral.no-submission', 'a sent referral has no submission');
  const submission = {
    submittedAt: toInstant(row.submittedAt),
    submittedBy: row.submittedBy,
    contracted: row.contracted,
    contractId: row.contractId,
    queueClass: row.queueClass,
    reviewerInstitutionCode: row.reviewerInstitutionCode,
    replyDueAt: row.replyDueAt && toInstant(row.replyDueAt),
    expiresAt: row.expiresAt && toInstant(row.expiresAt),
    profileVersion: row.profileVersion,
  };
  return {
    submission,
    rejection: row.rejection,
    counterOffer: row.counterOffer,
    acceptance: row.acceptance,
    expectedBy: row.expectedBy && toInstant(row.expectedBy),
    callOff: row.callOff,
    records: row.records,
    arrivedOn: row.arrivedOn,
    encounterNo: row.encounterNo,
    outcome: row.outcome,
    downReferralId: row.downReferralId,
    noDownReason: row.noDownReason,
    closing: row.closing,
  };
}

function toInstant(at: Date | string): Instant {
  return typeof at === 'string' ? at : formatInstant(at);
}
