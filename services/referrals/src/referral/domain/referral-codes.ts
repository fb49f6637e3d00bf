/**
 * Codes that a referral's rules speak of. Their labels stand with the events (`libs/events`, which `domain/` may not import);
 * `test/value-sets.spec.ts` keeps the two equal.
 */
export const statuses = [
  'DRAFT',
  'SUBMITTED',
  'UNDER_REVIEW',
  'PENDING_RECEIVER',
  'COUNTER_OFFERED',
  'ACCEPTED',
  'ARRIVED',
  'IN_CARE',
  'OUTCOME_SENT',
  'FOLLOW_UP',
  'CLOSED',
  'REJECTED',
  'WITHDRAWN',
  'CANCELLED',
  'NO_SHOW',
  'EXPIRED',
] as const;
export type ReferralStatus = (typeof statuses)[number];

/** From these no command leads anywhere. */
export const terminalStatuses: readonly ReferralStatus[] = ['CLOSED', 'REJECTED', 'WITHDRAWN', 'CANCELLED', 'NO_SHOW', 'EXPIRED'];

export const directions = ['UP', 'DOWN', 'LATERAL'] as const;
export type Direction = (typeof directions)[number];

export const scopes = ['INTRA', 'INTER', 'OUT_OF_COUNTY'] as const;
export type Scope = (typeof scopes)[number];

export const origins = ['MANUAL', 'SUGGESTION', 'DOWN_OF_PARENT'] as const;
export type Origin = (typeof origins)[number];

export const urgencies = ['EMERGENCY', 'URGENT', 'ROUTINE'] as const;
export type Urgency = (typeof urgencies)[number];

/** In order of the receiver's worklist. */
export const queueClasses = ['EMERGENCY', 'URGENT', 'CONTRACTED', 'REFERRED'] as const;
export type QueueClass = (typeof queueClasses)[number];

export const visitTypes = ['OUTPATIENT', 'INPATIENT', 'TELECONSULT'] as const;
export type VisitType = (typeof visitTypes)[number];

export const purposes = ['DIAGNOSIS', 'TREATMENT', 'EXAM', 'REHAB', 'OTHER'] as const;
export type Purpose = (typeof purposes)[number];

export const transports = ['ESCORTED', 'SELF', 'EMS_120'] as const;
export type Transport = (typeof transports)[number];

export const upReasons = [
  'CRITICAL',
  'UNCLEAR_DIAGNOSIS',
  'BEYOND_CAPABILITY',
  'SURGERY',
  'TWICE_UNCONTROLLED',
  'ADR',
  'NEW_COMPLICATION',
  'WORSE_COMPLICATION',
  'INFECTIOUS_SUSPECT',
  'MATERNAL_HIGH_RISK',
  'CHILD_ABNORMAL',
  'TCM_NEED',
  'PATIENT_REQUEST',
  'OTHER',
] as const;
export type UpReason = (typeof upReasons)[number];

export const downReasons = [
  'ACUTE_RECOVERY',
  'POST_OP',
  'CRITICAL_STABLE',
  'CHRONIC_STABLE',
  'SURGICAL_REHAB',
  'CHRONIC_FOLLOW_UP',
  'PALLIATIVE',
  'PATIENT_REQUEST',
  'OTHER',
] as const;
export type DownReason = (typeof downReasons)[number];

export type ReasonCode = UpReason | DownReason;
export const reasonCodes: readonly ReasonCode[] = [...new Set<ReasonCode>([...upReasons, ...downReasons])];

export const rejectReasons = [
  'NO_CAPACITY',
  'OUT_OF_SCOPE',
  'INSUFFICIENT_INFO',
  'DUPLICATE',
  'NOT_INDICATED',
  'WRONG_DEPARTMENT',
  'PATIENT_CONTACT_FAILED',
  'PATIENT_DECLINED',
  'PATIENT_DIED',
  'OTHER',
] as const;
export type RejectReason = (typeof rejectReasons)[number];

export const callOffReasons = [
  'PATIENT_DECLINED',
  'PATIENT_IMPROVED',
  'PATIENT_DIED',
  'PATIENT_CONTACT_FAILED',
  'TREATED_ELSEWHERE',
  'OTHER_RECEIVER',
  'NO_CAPACITY',
  'ENTERED_IN_ERROR',
  'OTHER',
] as const;
export type CallOffReason = (typeof callOffReasons)[number];

/** Codes of the health data set: referral record, laboratory report, prescription, discharge summary. */
export const recordTypes = ['HSDC00.05', 'HSDC00.09', 'HSDC00.11', 'HSDC00.23'] as const;
export type RecordType = (typeof recordTypes)[number];

export const outcomes = ['CURED', 'IMPROVED', 'NOT_CURED', 'DIED'] as const;
export type OutcomeCode = (typeof outcomes)[number];

export const noDownReasons = ['HEALED', 'STAYS', 'DIED'] as const;
export type NoDownReason = (typeof noDownReasons)[number];

export const programmes = ['HTN', 'T2DM'] as const;
export type Programme = (typeof programmes)[number];

export type CloseCause = 'FOLLOW_UP_DONE' | 'DIED';
export const downReturnReasons = ['REJECTED', 'WITHDRAWN', 'EXPIRED', 'CANCELLED', 'NO_SHOW'] as const;
export type DownReturnReason = (typeof downReturnReasons)[number];
export type CalledOffBy = 'SENDER' | 'RECEIVER' | 'PATIENT';
export type LapsedWith = 'REVIEWER' | 'RECEIVER' | 'SENDER';
