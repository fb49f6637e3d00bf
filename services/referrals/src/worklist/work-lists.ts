import { queueClasses } from '../referral/index.ts';

/** In order of every list: the classes of referrals, then whoever came without one. */
export const workClasses = [...queueClasses, 'WALK_IN'] as const;
export type WorkClass = (typeof workClasses)[number];

/** Work lists of an institution: what waits for its next step, and on which side it stands there (工作列表). */
export const workLists = ['REVIEW', 'ANSWER', 'OFFER', 'ARRIVAL', 'VISIT', 'OUTCOME', 'AFTERCARE'] as const;
export type WorkList = (typeof workLists)[number];

export interface ListTerms {
  /** Predicate of the referrals in it, as a partial index says it. */
  readonly status: string;
  readonly institution: 'from_institution_code' | 'to_institution_code' | 'reviewer_institution_code';
  /** Until when the step is due. */
  readonly due: 'reply_due_at' | 'expected_by' | 'null::timestamptz';
  /** Whether who came without a referral stands in it too: for a bed with those who wait for an answer, to be seen with who arrived. */
  readonly walkIns: boolean;
}

const ofReceiver = { institution: 'to_institution_code', due: 'null::timestamptz', walkIns: false } as const;

export const termsOf: Readonly<Record<WorkList, ListTerms>> = {
  REVIEW: { status: "status = 'UNDER_REVIEW'", institution: 'reviewer_institution_code', due: 'reply_due_at', walkIns: false },
  ANSWER: { ...ofReceiver, status: "status = 'PENDING_RECEIVER'", due: 'reply_due_at', walkIns: true },
  OFFER: { status: "status = 'COUNTER_OFFERED'", institution: 'from_institution_code', due: 'reply_due_at', walkIns: false },
  ARRIVAL: { ...ofReceiver, status: "status = 'ACCEPTED'", due: 'expected_by' },
  VISIT: { ...ofReceiver, status: "status = 'ARRIVED'", walkIns: true },
  OUTCOME: { ...ofReceiver, status: "status = 'IN_CARE'" },
  AFTERCARE: { ...ofReceiver, status: "status = 'OUTCOME_SENT' and direction <> 'DOWN'" },
};
