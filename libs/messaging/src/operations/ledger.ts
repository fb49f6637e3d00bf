import type { Tx } from '@yigongti/database';
import { messagingOf } from '../messaging-settings.ts';

export interface AppliedPosition {
  readonly topic: string;
  readonly partition: number;
  /** Offset of the last record that is settled here. */
  readonly offset: number;
}

/** What a service has sent and taken, counted where it happened: published rows deleted by the relay, events taken by the inbox. */
export interface Ledger {
  readonly outboxPending: number;
  /** By full event type. */
  readonly published: Readonly<Record<string, number>>;
  readonly applied: Readonly<Record<string, number>>;
  readonly parked: number;
  readonly dead: number;
  readonly positions: readonly AppliedPosition[];
}

/** One statement, so that all figures are of one moment. */
const query = `select
  (select count(*)::int from outbox) as "outboxPending",
  (select coalesce(json_object_agg(event_type, n order by event_type), '{}') from
    (select event_type, sum(published)::bigint as n from published_total group by event_type) t) as published,
  (select coalesce(json_object_agg(event_type, n order by event_type), '{}') from
    (select event_type, sum(applied)::bigint as n from applied_total where consumer = $1 group by event_type) t) as applied,
  (select count(*)::int from parked_event where consumer = $1) as parked,
  (select count(*)::int from dead_event where consumer = $1 and state = 'DEAD') as dead,
  (select coalesce(json_agg(json_build_object('topic', topic, 'partition', partition, 'offset', kafka_offset)
    order by topic, partition), '[]') from applied_position where consumer = $1) as positions`;

export async function ledger(tx: Tx): Promise<Ledger> {
  const [row] = await tx.query<[Ledger]>(query, [messagingOf(tx).service]);
  return row;
}
