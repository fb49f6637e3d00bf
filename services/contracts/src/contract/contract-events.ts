import {
  contractRenewed,
  contractSigned,
  contractTerminated,
  type DataOf,
  type EventMeta,
  type OutgoingEvent,
} from '@yigongti/events';
import { fenToJson, type BusinessDate, type Instant } from '@yigongti/kernel';
import type { Contract } from './domain/contract.ts';

export interface EventTimes {
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

/** Inner names may change freely: what leaves the service is written here. */
export function signedEvent(contract: Contract, times: EventTimes, meta: EventMeta): OutgoingEvent {
  const { contractId, residentId, teamId, teamCode, institutionCode, leaderPractitionerCode, startsOn, endsOn } = contract;
  return contractSigned.create(
    {
      contractId,
      residentId,
      teamId,
      teamCode,
      institutionCode,
      leaderPractitionerCode,
      packageCodes: [...contract.packageCodes],
      priorityGroups: [...contract.priorityGroups] as DataOf<typeof contractSigned>['priorityGroups'],
      startsOn,
      endsOn,
      feeFen: fenToJson(contract.feeFen),
      householdAgreementId: contract.householdAgreementId,
      previousContractId: contract.previousContractId,
      occurredAt: times.occurredAt,
      recordedAt: times.recordedAt,
    },
    meta,
  );
}

export interface Renewal {
  /** The contract that has a successor now. */
  readonly contract: Contract;
  /** First day of the successor. */
  readonly renewedFrom: BusinessDate;
}

export function renewedEvent({ contract, renewedFrom }: Renewal, times: EventTimes, meta: EventMeta): OutgoingEvent {
  const { contractId, residentId, teamId, institutionCode, endsOn } = contract;
  const renewedByContractId = contract.renewedByContractId!;
  const { occurredAt, recordedAt } = times;
  return contractRenewed.create(
    { contractId, residentId, teamId, institutionCode, endsOn, renewedByContractId, renewedFrom, occurredAt, recordedAt },
    meta,
  );
}

export function terminatedEvent(contract: Contract, times: EventTimes, meta: EventMeta): OutgoingEvent {
  const { contractId, residentId, teamId, institutionCode } = contract;
  return contractTerminated.create(
    {
      contractId,
      residentId,
      teamId,
      institutionCode,
      terminatedOn: contract.terminatedOn!,
      reason: contract.terminationReason!,
      occurredAt: times.occurredAt,
      recordedAt: times.recordedAt,
    },
    meta,
  );
}
