export {
  cancelReferral,
  expireReferral,
  hasLapsed,
  markNoShow,
  wasMissed,
  withdrawReferral,
} from './domain/ending/calling-off.ts';
export type { CallingOff } from './domain/ending/calling-off.ts';
export { holdRequest } from './domain/bed.ts';
export { awaitsFollowUp, closeLoop, endsWithDeath } from './domain/ending/closing.ts';
export { agreeToOffer, counterOffer, offeredCapacity, refuseOffer } from './domain/offer.ts';
export type { Offering } from './domain/offer.ts';
export { noDownNeeded, openDown, sendOutcome } from './domain/outcome.ts';
export type { NoDownNeeded } from './domain/outcome.ts';
export { acceptReferral, approveReferral, confirmArrival, openEncounter, rejectReferral } from './domain/reception.ts';
export { uploadRecords } from './domain/records.ts';
export * from './domain/referral-codes.ts';
export type { ReferralPolicy } from './domain/referral-policy.ts';
export { referralRefusals } from './domain/referral-refusals.ts';
export { sent } from './domain/referral.ts';
export type { Decided, DraftElements, FollowUpPlan, Outcome, RecordDocument, Referral } from './domain/referral.ts';
export { completedBy, emptyElements } from './domain/submission/draft.ts';
export type { Institution } from './domain/submission/parties.ts';
export { partyRefusals } from './domain/submission/party-rules.ts';
export { submitReferral } from './domain/submission/submit.ts';
export { stepOf, theSystem } from './domain/transitions.ts';
export type { Act } from './domain/transitions.ts';
export { FindReferrals } from './find-referrals.ts';
export { referralRow } from './persistence/referral.row.ts';
export { TypeormReferralRepository } from './persistence/typeorm-referral.repository.ts';
export { ReferralDesk } from './referral-desk.ts';
export type { Loaded } from './referral-desk.ts';
export type { Occasion } from './referral-events.ts';
export { ReferralSteps } from './referral-steps.ts';
export { referralView } from './referral-view.ts';
export type { ReferralView } from './referral-view.ts';
export { ReferralController } from './referral.controller.ts';
export { ReferralRepository } from './referral.repository.ts';
