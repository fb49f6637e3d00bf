export { receivedEvent, reversedEvent, type EventTimes } from './claim-event.ts';
export { ClaimController } from './claim.controller.ts';
export { ClaimRepository, type Biller, type KnownLists } from './claim.repository.ts';
export { claimRefusals } from './domain/claim-refusals.ts';
export {
  careMonthOf,
  repeatOf,
  settleClaim,
  type Claim,
  type ClaimBooking,
  type ClaimPoints,
  type ReceivedVersion,
} from './domain/claim.ts';
export { continuedStay, judgeReferral, type EarlierStay } from './domain/known-referral.ts';
export { faultsOfList, type KnownPatient } from './domain/list-rules.ts';
export { deductiblePaid, withClaim, withoutClaim, yearKey, yearOf, type PatientYear } from './domain/patient-year.ts';
export { reverse, type Reversed } from './domain/reversal.ts';
export { listKey, type DischargeWay, type SettlementList } from './domain/settlement-list.ts';
export { FindClaims } from './find-claims.ts';
export { claimRow } from './persistence/claim.row.ts';
export { TypeormClaimRepository } from './persistence/typeorm-claim.repository.ts';
export { ReverseClaim } from './reverse-claim.ts';
