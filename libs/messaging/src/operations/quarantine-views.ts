import type { Tx } from '@yigongti/database';
import { eventRegistry } from '@yigongti/events';
import { refuse, Refused, type RefusalDefinition, type Uuid } from '@yigongti/kernel';
import { messagingOf } from '../messaging-settings.ts';
import { maskData, maskHeaders } from './mask.ts';

export const deadEventNotFound: RefusalDefinition = {
  code: 'event.dead-not-found',
  kind: 'not-found',
  titleZh: '没有这条死信',
  titleEn: 'There is no such dead event',
};

export type DeadState = 'DEAD' | 'REPLAYED' | 'DISCARDED';

/** A dead event without its content. */
export interface DeadSummary {
  readonly id: Uuid;
  readonly eventType: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string | null;
  readonly reason: 'POISON' | 'ATTEMPTS' | 'WAITED_TOO_LONG';
  readonly errorClass: string;
  readonly attempts: number;
  readonly deadAt: Date;
  readonly state: DeadState;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
  readonly closingReason: string | null;
}

export interface DeadDetail extends DeadSummary {
  readonly headers: Readonly<Record<string, string>>;
  readonly data: unknown;
}

const columns = `id, event_type as "eventType", topic, partition, kafka_offset::float8 as "offset", key, reason, error_class as "errorClass",
  attempts, dead_at as "deadAt", state, closed_at as "closedAt", closed_by as "closedBy", closing_reason as "closingReason"`;

export interface DeadFilter {
  readonly state?: DeadState;
  readonly limit: number;
  /** Id of the last one shown. */
  readonly after?: Uuid | null;
}

/** Oldest first. */
export function listDead(tx: Tx, { state, limit, after }: DeadFilter): Promise<DeadSummary[]> {
  return tx.query<DeadSummary[]>(
    `select ${columns} from dead_event where consumer = $1 and ($2::text is null or state = $2)
       and ($3::uuid is null or (dead_at, id) > (select dead_at, id from dead_event where id = $3)) order by dead_at, id limit $4`,
    [messagingOf(tx).service, state ?? null, after ?? null, limit],
  );
}

/** With its data, sensitive fields masked. @throws Refused when there is none */
export async function showDead(tx: Tx, id: Uuid): Promise<DeadDetail> {
  const [row] = await tx.query<(DeadSummary & { rawHeaders: string; payload: string | null })[]>(
    `select ${columns}, headers as "rawHeaders", payload from dead_event where consumer = $1 and id = $2`,
    [messagingOf(tx).service, id],
  );
  if (!row) throw new Refused([refuse(deadEventNotFound)]);
  const { rawHeaders, payload, ...summary } = row;
  const headers = maskHeaders(JSON.parse(rawHeaders) as Record<string, string>);
  return { ...summary, headers, data: maskData(eventRegistry.byType.get(row.eventType), payload) };
}

/** The queue of one key: what its first event is and how it fares. */
export interface ParkedKey {
  readonly key: string;
  readonly events: number;
  readonly eventType: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly attempts: number;
  /** It waits for another event: no fault. */
  readonly waiting: boolean;
  readonly errorClass: string | null;
  readonly nextAttemptAt: Date;
  readonly parkedAt: Date;
}

/** By key. */
export function listParked(tx: Tx, { limit, after = null }: { limit: number; after?: string | null }): Promise<ParkedKey[]> {
  return tx.query<ParkedKey[]>(
    `select distinct on (key) key, count(*) over (partition by key)::int as events, event_type as "eventType", topic, partition,
       kafka_offset::float8 as "offset", attempts, waiting, error_class as "errorClass", next_attempt_at as "nextAttemptAt",
       parked_at as "parkedAt"
     from parked_event where consumer = $1 and ($2::text is null or key > $2) order by key, kafka_offset limit $3`,
    [messagingOf(tx).service, after, limit],
  );
}
