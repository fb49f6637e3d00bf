export { CreateReferral } from './create-referral.ts';
export { PartyDirectory } from './party-directory.ts';
export { elementsOf, followUpPlanOf } from './referral-form.ts';
export type { FollowUpWish, ReferralForm } from './referral-form.ts';
export { SendingController } from './sending.controller.ts';
export { SubmitReferral } from './submit-referral.ts';
export { DraftSuggestedReferral } from './suggestion.consumer.ts';
export { UploadRecords } from './upload-records.ts';
