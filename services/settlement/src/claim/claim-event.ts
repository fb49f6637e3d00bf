import { claimReceived, claimReversed, type EventMeta, type OutgoingEvent } from '@yigongti/events';
import { fenToJson, type Instant } from '@yigongti/kernel';
import type { Claim } from './domain/claim.ts';
import { figuresOf, turned, type Reversed } from './domain/reversal.ts';

export interface EventTimes {
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

/** What leaves the service: amounts as settled, and the main diagnosis, since it is the fact. */
export function receivedEvent(
  { list, booking, benefit, points, ...claim }: Claim,
  times: EventTimes,
  meta: EventMeta,
): OutgoingEvent {
  return claimReceived.create(
    {
      claimId: claim.claimId,
      institutionCode: list.institutionCode,
      listNo: list.listNo,
      listVersion: list.listVersion,
      residentId: list.residentId,
      insuranceType: list.insuranceType,
      visitKind: list.visitKind,
      admittedOn: list.admittedOn,
      dischargedOn: list.dischargedOn,
      month: booking.month,
      cause: booking.cause,
      replacesClaimId: booking.replacesClaimId,
      diagnosisCode: list.diagnosisCode,
      groupCode: points.groupCode,
      points: points.points,
      totalFen: fenToJson(list.totalFen),
      inScopeFen: fenToJson(benefit.inScopeFen),
      fundPaidFen: fenToJson(benefit.fundPaidFen),
      personalFen: fenToJson(benefit.personalFen),
      referralNo: list.referralNo,
      referralApplied: benefit.referralApplied,
      contractApplied: benefit.contractApplied,
      policyId: claim.policyId,
      ...times,
    },
    meta,
  );
}

/** Figures as they are booked: those of the claim with the sign turned. */
export function reversedEvent({ claim, reversal }: Reversed, times: EventTimes, meta: EventMeta): OutgoingEvent {
  const { claimId, list, booking } = claim;
  const { points, totalFen, inScopeFen, fundPaidFen, personalFen } = turned(figuresOf(claim));
  return claimReversed.create(
    {
      claimId,
      institutionCode: list.institutionCode,
      listNo: list.listNo,
      listVersion: list.listVersion,
      residentId: list.residentId,
      insuranceType: list.insuranceType,
      originalMonth: booking.month,
      month: reversal.month,
      cause: reversal.cause,
      reasonCode: reversal.reasonCode,
      replacedByClaimId: reversal.replacedByClaimId,
      points,
      totalFen: fenToJson(totalFen),
      inScopeFen: fenToJson(inScopeFen),
      fundPaidFen: fenToJson(fundPaidFen),
      personalFen: fenToJson(personalFen),
      ...times,
    },
    meta,
  );
}
