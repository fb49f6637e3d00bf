import { formatInstant } from '@yigongti/kernel';
import type { DeadDetail, DeadSummary, ParkedKey } from '@yigongti/messaging';
import type { DeadDetailDto, DeadSummaryDto, ParkedKeyDto } from './events.dto.ts';

export function deadSummary(dead: DeadSummary): DeadSummaryDto {
  return { ...dead, deadAt: formatInstant(dead.deadAt), closedAt: dead.closedAt && formatInstant(dead.closedAt) };
}

export function deadDetail({ headers, data, ...summary }: DeadDetail): DeadDetailDto {
  return { ...deadSummary(summary), headers, data };
}

export function parkedKey(parked: ParkedKey): ParkedKeyDto {
  return { ...parked, nextAttemptAt: formatInstant(parked.nextAttemptAt), parkedAt: formatInstant(parked.parkedAt) };
}
