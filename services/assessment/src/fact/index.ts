export { ClaimFacts, WithdrawnClaimFacts } from './claim.consumer.ts';
export { ContractSignedFacts, ContractTerminatedFacts } from './contract.consumer.ts';
export { ControlReadings } from './control-reading.consumer.ts';
export { EncounterFacts } from './encounter.consumer.ts';
export { EnrolmentClosedFacts, EnrolmentOpenedFacts } from './enrolment.consumer.ts';
export { ReferralArrivedFacts, ReferralClosedFacts } from './referral.consumer.ts';
export { ReferralAnswerFacts, ReferralSentFacts, ReferralUrgencyFacts } from './referral-reply.consumer.ts';
export { ResidentFacts } from './resident.consumer.ts';
