import type { Instant, Uuid } from '@yigongti/kernel';
import type { Institution } from './parties.ts';
import type { Direction, Origin } from '../referral-codes.ts';
import type { Decided, DraftElements, DraftReferral, RuleHit } from '../referral.ts';
import { scopeBetween } from './routing.ts';

export interface Drafting {
  readonly referralId: Uuid;
  readonly referralNo: string;
  readonly direction: Direction;
  readonly origin: Origin;
  readonly suggestionTaskId: Uuid | null;
  readonly ruleHits: readonly RuleHit[];
  readonly parentReferralId: Uuid | null;
  readonly residentId: Uuid;
  readonly from: Institution;
  readonly to: Institution;
  readonly elements: DraftElements;
  readonly draftedAt: Instant;
}

/** Begins a referral. Only sender, receiver and person are fixed; the form may have gaps until its submission. */
export function draftReferral({ from, to, ...drafting }: Drafting): Decided<DraftReferral> {
  const referral: DraftReferral = {
    ...drafting,
    status: 'DRAFT',
    version: 1,
    scope: scopeBetween(from, to),
    fromInstitutionCode: from.institutionCode,
    toInstitutionCode: to.institutionCode,
  };
  return { referral, facts: [{ kind: 'drafted' }] };
}

export const emptyElements: DraftElements = {
  practitionerCode: null,
  toDepartmentCode: null,
  visitType: null,
  urgency: null,
  reasonCodes: null,
  reasonText: null,
  purpose: null,
  diagnosisCodes: null,
  summary: null,
  windowStart: null,
  windowEnd: null,
  consentSignedAt: null,
  rehabGuidance: null,
  transport: null,
  followUpPlan: null,
};

/** What was written later goes over what was there; what is not mentioned stays. */
export function completedBy(elements: DraftElements, later: Partial<DraftElements>): DraftElements {
  const written = Object.entries(later).filter(([, value]) => value !== undefined && value !== null);
  return { ...elements, ...Object.fromEntries(written) };
}
