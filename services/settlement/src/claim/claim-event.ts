import { claimReceived, type EventMeta, type OutgoingEvent } from '@yigongti/events';
import { fenToJson, type Instant } from '@yigongti/kernel';
import type { Claim } from './domain/claim.ts';

export interface EventTimes {
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

/** What leaves the service: amounts as settled, and the main diagnosis, since it is the fact. */
export function receivedEvent({ list, benefit, points, ...claim }: Claim, times: EventTimes, meta: EventMeta): OutgoingEvent {
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
      month: claim.month,
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
