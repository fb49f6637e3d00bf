import type { Tx } from '@yigongti/database';
import { isUuid, refuse, Refused, type RefusalDefinition, type Uuid } from '@yigongti/kernel';
import { messagingOf } from '../messaging-settings.ts';
import { deadEventNotFound } from './quarantine-views.ts';

export const deadEventClosed: RefusalDefinition = {
  code: 'event.dead-already-closed',
  kind: 'conflict',
  titleZh: '该死信已处理',
  titleEn: 'The dead event was already replayed or discarded',
};

interface ClosedRow {
  readonly partition: number;
  readonly event_type: string;
  readonly headers: string;
}

/**
 * Puts a dead event back to the head of its key's queue, from where it goes through the inbox like any other: replaying twice
 * applies once.
 * @throws Refused not-found, or conflict when it is closed
 */
export async function replayDead(tx: Tx, id: Uuid, actor: string): Promise<void> {
  await close(tx, id, { state: 'REPLAYED', actor, reason: null });
  await tx.query(
    `insert into parked_event (consumer, topic, partition, kafka_offset, key, event_type, headers, payload, next_attempt_at, parked_at)
     select consumer, topic, partition, kafka_offset, key, event_type, headers, payload, $2, $2 from dead_event where id = $1
     on conflict (consumer, topic, partition, kafka_offset) do update set next_attempt_at = excluded.next_attempt_at`,
    [id, messagingOf(tx).clock.now()],
  );
}

/**
 * Gives a dead event up. The inbox takes it, so that a later delivery changes nothing and the totals say it was settled; the record
 * stays, with who decided and why.
 * @throws Refused not-found, or conflict when it is closed
 */
export async function discardDead(tx: Tx, id: Uuid, actor: string, reason: string): Promise<void> {
  const { partition, event_type: type, headers } = await close(tx, id, { state: 'DISCARDED', actor, reason });
  const eventId = (JSON.parse(headers) as Record<string, string>).ce_id;
  if (eventId === undefined || !isUuid(eventId)) return;
  await tx.query(
    `with taken as (insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing returning 1)
     insert into applied_total as t (consumer, event_type, slot, applied) select $1, $3, $4::smallint, 1 from taken
     on conflict (consumer, event_type, slot) do update set applied = t.applied + 1`,
    [messagingOf(tx).service, eventId, type, partition % 16],
  );
}

async function close(
  tx: Tx,
  id: Uuid,
  { state, actor, reason }: { state: 'REPLAYED' | 'DISCARDED'; actor: string; reason: string | null },
): Promise<ClosedRow> {
  const { service, clock } = messagingOf(tx);
  const [row] = await tx.query<(ClosedRow & { state: string })[]>(
    'select partition, event_type, headers, state from dead_event where consumer = $1 and id = $2 for update',
    [service, id],
  );
  if (!row) throw new Refused([refuse(deadEventNotFound)]);
  if (row.state !== 'DEAD') throw new Refused([refuse(deadEventClosed)]);
  await tx.query('update dead_event set state = $2, closed_at = $3, closed_by = $4, closing_reason = $5 where id = $1', [
    ...[id, state, clock.now(), actor, reason],
  ]);
  return row;
}
