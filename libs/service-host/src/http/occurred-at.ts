import { parseInstant, refuse, type Clock, type Instant, type Refusal, type RefusalDefinition } from '@yigongti/kernel';

export const occurredInFuture: RefusalDefinition = {
  code: 'request.occurred-in-future',
  kind: 'rule',
  titleZh: '发生时间晚于当前时间',
  titleEn: 'The time of occurrence lies in the future',
};

export const occurredTooLongAgo: RefusalDefinition = {
  code: 'request.occurred-too-long-ago',
  kind: 'rule',
  titleZh: '发生时间超出补录期限',
  titleEn: 'The time of occurrence is older than late entry allows',
};

/** Clocks of village clinics are allowed to be ahead of ours by this much. */
const skewMs = 5 * 60_000;
const dayMs = 24 * 60 * 60_000;

/** How late an entry may come. `daysOn` gives the county's figure for a day; null where the local stack lifts the limit. */
export interface LateEntry {
  readonly daysOn: ((now: Date) => number) | null;
}

/** Judges the business time of a command by the clock: never in the future, no older than the county's late-entry limit. */
export function occurredAtRefusals(occurredAt: Instant, clock: Clock, lateEntry: LateEntry): Refusal[] {
  const now = clock.now();
  const age = now.getTime() - parseInstant(occurredAt).getTime();
  if (age < -skewMs) return [refuse(occurredInFuture, { pointer: '/occurredAt' })];
  const days = lateEntry.daysOn?.(now);
  if (days === undefined || age <= days * dayMs) return [];
  return [refuse(occurredTooLongAgo, { pointer: '/occurredAt', parameters: { days } })];
}
