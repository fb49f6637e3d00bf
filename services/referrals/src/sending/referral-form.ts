import { formatInstant, parseInstant } from '@yigongti/kernel';
import type { DraftElements, FollowUpPlan, Programme, ReferralPolicy } from '../referral/index.ts';

/** The follow-up plan as it is written: what is left out is the county's. */
export interface FollowUpWish {
  readonly dueInDays?: number;
  readonly programme?: Programme;
  readonly instructionCode?: string;
}

/** The form as it is written, with any gaps; every command that fills one takes it. */
export type ReferralForm = {
  readonly [Element in Exclude<keyof DraftElements, 'followUpPlan'>]?: DraftElements[Element];
} & { readonly followUpPlan?: FollowUpWish };

/** A code of the county's own list; this one asks for no more than a look at the patient. */
const instructionDefault = 'GENERAL';

export function followUpPlanOf(wish: FollowUpWish, policy: ReferralPolicy): FollowUpPlan {
  const { dueInDays, programme, instructionCode } = wish;
  return {
    dueInDays: dueInDays ?? policy.followUpDaysDefault,
    programme: programme ?? null,
    instructionCode: instructionCode ?? instructionDefault,
  };
}

/** What was written on a form, in the domain's words: no element that was left out. */
export function elementsOf(form: ReferralForm, policy: ReferralPolicy): Partial<DraftElements> {
  const { followUpPlan, consentSignedAt, ...written } = form;
  return {
    ...written,
    ...(consentSignedAt && { consentSignedAt: formatInstant(parseInstant(consentSignedAt)) }),
    ...(followUpPlan && { followUpPlan: followUpPlanOf(followUpPlan, policy) }),
  };
}
