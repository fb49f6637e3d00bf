import { appealDecided, appealSubmitted, appealWithdrawn, type OutgoingEvent } from '@yigongti/events';
import type { CommandContext, Uuid } from '@yigongti/kernel';
import { eventMeta } from '@yigongti/messaging';
import type { Appeal, Decision } from './domain/appeal.ts';

const headOf = ({ appealId, resultId, period, institutionCode, indicatorCode }: Appeal, context: CommandContext) => ({
  ...{ appealId, resultId, period, institutionCode, indicatorCode },
  occurredAt: context.occurredAt,
  recordedAt: context.recordedAt,
});

export function submittedEvent(appeal: Appeal, context: CommandContext, eventId: Uuid): OutgoingEvent {
  const { reasonCode, evidence } = appeal;
  return appealSubmitted.create(
    { ...headOf(appeal, context), reasonCode, evidence: [...evidence] },
    eventMeta(context, eventId, appeal.version),
  );
}

export function withdrawnEvent(appeal: Appeal, context: CommandContext, eventId: Uuid): OutgoingEvent {
  return appealWithdrawn.create(headOf(appeal, context), eventMeta(context, eventId, appeal.version));
}

export function decidedEvent(
  appeal: Appeal & { readonly decided: Decision },
  context: CommandContext,
  eventId: Uuid,
): OutgoingEvent {
  const { decision, groundsCode, correction } = appeal.decided;
  return appealDecided.create(
    { ...headOf(appeal, context), decision, groundsCode, correction },
    eventMeta(context, eventId, appeal.version),
  );
}
