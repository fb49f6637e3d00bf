import type { BusinessDate, Instant } from '@yigongti/kernel';

/** Facts as the other services told them, in the plainest form: what the oracle counts and what the events are made of. */
export interface InstitutionFact {
  readonly code: string;
  readonly level: 'COUNTY' | 'TOWNSHIP' | 'VILLAGE';
  readonly parentCode: string | null;
}

export interface ResidentFact {
  readonly home: string;
  readonly birthDate: BusinessDate;
  readonly registeredOn: BusinessDate;
  readonly diedOn: BusinessDate | null;
  readonly movedOutOn: BusinessDate | null;
  readonly merged: boolean;
}

/** Residents and enrolments are named by their place in the list. */
export interface ContractFact {
  readonly resident: number;
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate;
  readonly terminatedOn: BusinessDate | null;
}

export interface ReferralFact {
  readonly direction: 'UP' | 'DOWN' | 'LATERAL';
  readonly from: string;
  readonly to: string;
  readonly arrivedOn: BusinessDate | null;
  readonly closedOn: BusinessDate | null;
  readonly cause: 'FOLLOW_UP_DONE' | 'DIED';
}

export interface EnrolmentFact {
  readonly resident: number;
  readonly programme: 'HTN' | 'T2DM';
  readonly institution: string;
  readonly enrolledOn: BusinessDate;
  readonly closedOn: BusinessDate | null;
}

export interface ReadingFact {
  readonly enrolment: number;
  readonly completedOn: BusinessDate;
  /** Null: the follow-up took no reading. */
  readonly controlled: boolean | null;
}

export interface ClaimFact {
  readonly institution: string;
  readonly listNo: string;
  readonly listVersion: number;
  readonly visitKind: 'INPATIENT' | 'OUTPATIENT';
  readonly dischargedOn: BusinessDate;
  readonly totalFen: number;
}

/** One version of a visit; the highest counts. */
export interface VisitFact {
  readonly visit: number;
  readonly version: number;
  /** Null: a person whom nobody has told of. */
  readonly resident: number | null;
  readonly institution: string;
  readonly happenedOn: BusinessDate;
  readonly kind: 'OUTPATIENT' | 'EMERGENCY' | 'ADMISSION' | 'DISCHARGE';
  readonly outOfCounty: boolean;
}

/** A referral on its way to an answer. */
export interface ReplyFact {
  readonly to: string;
  readonly urgency: 'EMERGENCY' | 'URGENT' | 'ROUTINE';
  /** Null: the reviewer rejected it, and no receiver was ever asked. */
  readonly sentAt: Instant | null;
  /** Whether a reviewer let it pass. */
  readonly isReviewed: boolean;
  readonly answer: { readonly afterMinutes: number; readonly says: 'YES' | 'NO' | 'OTHER_DAYS' } | null;
}

export interface Facts {
  readonly residents: readonly ResidentFact[];
  readonly contracts: readonly ContractFact[];
  readonly referrals: readonly ReferralFact[];
  readonly enrolments: readonly EnrolmentFact[];
  readonly readings: readonly ReadingFact[];
  readonly claims: readonly ClaimFact[];
  readonly visits: readonly VisitFact[];
  readonly replies: readonly ReplyFact[];
}

/** Two townships below a hospital, one of another hospital; a clinic whose township nobody knows. */
export const county: readonly InstitutionFact[] = [
  { code: 'B0', level: 'COUNTY', parentCode: null },
  { code: 'H1', level: 'COUNTY', parentCode: 'B0' },
  { code: 'H2', level: 'COUNTY', parentCode: 'B0' },
  { code: 'T1', level: 'TOWNSHIP', parentCode: 'H1' },
  { code: 'T2', level: 'TOWNSHIP', parentCode: 'H1' },
  { code: 'T3', level: 'TOWNSHIP', parentCode: 'H2' },
  { code: 'V11', level: 'VILLAGE', parentCode: 'T1' },
  { code: 'V12', level: 'VILLAGE', parentCode: 'T1' },
  { code: 'V21', level: 'VILLAGE', parentCode: 'T2' },
  { code: 'V31', level: 'VILLAGE', parentCode: 'T3' },
  { code: 'V91', level: 'VILLAGE', parentCode: 'T9' },
];
