import type { Tx } from '@yigongti/database';
import type { IncomingEvent } from '@yigongti/events';

/** What became of a chunk's events at the inbox. */
export interface Taken {
  /** New and newer than what was applied: to be handled. */
  readonly fresh: readonly IncomingEvent[];
  /** New, but not above the version applied last: taken and ignored. */
  readonly stale: readonly IncomingEvent[];
  /** Their key has a parked or dead event before them. */
  readonly blocked: readonly IncomingEvent[];
}

/** One row per event id in the inbox, and for each event whether it was new, whether its key is blocked, and what its aggregate was at. */
const take = `with incoming as (
  select event_id, aggregate_id, n from unnest($2::uuid[], $3::uuid[]) with ordinality i (event_id, aggregate_id, n)),
blocked as materialized (
  select key from parked_event where not $4::boolean and consumer = $1 and key = any($3::text[])
  union
  select key from dead_event where not $4::boolean and consumer = $1 and state = 'DEAD' and key = any($3::text[])),
taken as (
  insert into inbox (consumer, event_id)
  select $1, event_id from incoming where aggregate_id::text not in (select key from blocked)
  group by event_id order by event_id on conflict do nothing returning event_id)
select b.key is not null as blocked, t.event_id is not null as taken, coalesce(v.version, 0) as version
from incoming i left join blocked b on b.key = i.aggregate_id::text left join taken t on t.event_id = i.event_id
left join applied_version v on v.consumer = $1 and v.aggregate_id = i.aggregate_id order by i.n`;

interface TakeRow {
  readonly blocked: boolean;
  readonly taken: boolean;
  readonly version: number;
}

/** Puts events into the inbox, in one statement. `head` is for the first event of a parked key, which does not block itself. */
export async function takeEvents(tx: Tx, consumer: string, events: readonly IncomingEvent[], head = false): Promise<Taken> {
  if (events.length === 0) return { fresh: [], stale: [], blocked: [] };
  const ids = events.map((event) => event.eventId);
  const keys = events.map((event) => event.aggregateId);
  const rows = await tx.query<TakeRow[]>(take, [consumer, ids, keys, head]);
  return sortOut(events, rows);
}

/** A chunk may hold an event twice, or an older version behind a newer one: a relay that slept repeats itself. */
export function sortOut(events: readonly IncomingEvent[], rows: readonly TakeRow[]): Taken {
  const fresh: IncomingEvent[] = [];
  const stale: IncomingEvent[] = [];
  const blocked: IncomingEvent[] = [];
  const seen = new Set<string>();
  const versions = new Map<string, number>();
  for (const [index, event] of events.entries()) {
    const row = rows[index]!;
    if (seen.has(event.eventId)) continue;
    seen.add(event.eventId);
    if (row.blocked) blocked.push(event);
    else if (row.taken) {
      const newer = event.aggregateVersion > (versions.get(event.aggregateId) ?? row.version);
      if (newer) versions.set(event.aggregateId, event.aggregateVersion);
      (newer ? fresh : stale).push(event);
    }
  }
  return { fresh, stale, blocked };
}

export interface Place {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
}

/** Totals of concurrent partitions lie in different rows, so that they do not wait for each other. */
const slots = 16;

const settle = `with version as (
  insert into applied_version as a (consumer, aggregate_id, version)
  select $1, aggregate_id, max(version) from unnest($2::uuid[], $3::int[]) e (aggregate_id, version)
  group by aggregate_id order by aggregate_id
  on conflict (consumer, aggregate_id) do update set version = excluded.version where a.version < excluded.version),
total as (
  insert into applied_total as t (consumer, event_type, slot, applied)
  select $1, event_type, $4::smallint, count(*) from unnest($5::text[]) e (event_type) group by event_type order by event_type
  on conflict (consumer, event_type, slot) do update set applied = t.applied + excluded.applied)
insert into applied_position as p (consumer, topic, partition, kafka_offset) values ($1, $6, $7::int, $8::bigint)
on conflict (consumer, topic, partition) do update set kafka_offset = greatest(p.kafka_offset, excluded.kafka_offset)`;

/** Ends a chunk: applied versions for good, totals, and the position that everything up to `upTo` is settled at. */
export async function settleEvents(tx: Tx, consumer: string, taken: Omit<Taken, 'blocked'>, upTo: Place): Promise<void> {
  await tx.query(settle, [
    consumer,
    taken.fresh.map((event) => event.aggregateId),
    taken.fresh.map((event) => event.aggregateVersion),
    upTo.partition % slots,
    [...taken.fresh, ...taken.stale].map((event) => event.definition.type),
    upTo.topic,
    upTo.partition,
    upTo.offset,
  ]);
}
