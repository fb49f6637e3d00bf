import type { Caller } from '@yigongti/kernel';
import type { ClinicalElements, DraftElements, Referral, SentReferral } from './domain/referral.ts';
import { allowedActions } from './domain/transitions.ts';

type Course = Omit<SentReferral, keyof Referral | 'submission'> & SentReferral['submission'];

/** A referral as clients see it; plain JSON. What has not happened yet is null. */
export type ReferralView = Omit<Referral, 'elements'> &
  (DraftElements | ClinicalElements) & {
    readonly [Part in Exclude<keyof Course, 'submittedBy'>]: Course[Part] | null;
  } & { readonly allowedActions: readonly string[] };

const nothingYet = {
  submittedAt: null,
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

/** `allowedActions` are the caller's own: another side of the same referral sees others. */
export function referralView(referral: Referral, caller: Caller): ReferralView {
  const actions = allowedActions(referral, { subject: caller.subject, institutionCode: caller.institutionCode });
  if (referral.status === 'DRAFT') {
    const { elements, ...head } = referral;
    return { ...identityOf(referral), ...head, ...elements, ...nothingYet, allowedActions: actions };
  }
  const { elements, submission, ...course } = referral;
  const { submittedBy: _, ...shown } = submission;
  return { ...identityOf(referral), ...course, ...elements, ...shown, allowedActions: actions };
}

/** Stands first: the log line of a command names the first id of its answer. */
function identityOf({ referralId, referralNo, version, status }: Referral) {
  return { referralId, referralNo, version, status };
}
