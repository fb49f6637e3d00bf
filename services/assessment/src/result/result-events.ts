import { resultFrozen, resultPublished, type OutgoingEvent } from '@yigongti/events';
import type { CommandContext, Uuid } from '@yigongti/kernel';
import { eventMeta } from '@yigongti/messaging';
import type { Result } from './domain/result.ts';

export function publishedEvent(result: Result, context: CommandContext, eventId: Uuid): OutgoingEvent {
  const { resultId, period, schemeId, resultVersion, digest, scores } = result;
  const { occurredAt, recordedAt } = context;
  return resultPublished.create(
    { resultId, period, schemeId, resultVersion, institutionCount: scores.length, digest, occurredAt, recordedAt },
    eventMeta(context, eventId, result.version),
  );
}

/** Carries everything that money needs: settlement asks nobody. */
export function frozenEvent(result: Result, context: CommandContext, eventId: Uuid): OutgoingEvent {
  const { resultId, period, schemeId, resultVersion, digest } = result;
  const { occurredAt, recordedAt } = context;
  const scores = result.scores.map(({ institutionCode, score, coefficient }) => ({ institutionCode, score, coefficient }));
  const indicators = result.indicators.map((indicator) => ({ ...indicator }));
  return resultFrozen.create(
    { resultId, period, schemeId, resultVersion, scores, indicators, digest, occurredAt, recordedAt },
    eventMeta(context, eventId, result.version),
  );
}
