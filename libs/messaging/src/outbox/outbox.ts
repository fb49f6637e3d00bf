import type { Statement, Tx } from '@yigongti/database';
import { toCloudEventHeaders, type OutgoingEvent } from '@yigongti/events';
import { InvariantViolated } from '@yigongti/kernel';
import { bucketOf } from './bucket.ts';
import { messagingOf } from '../messaging-settings.ts';
import { StaleVersion } from './stale-version.ts';

/** Brokers refuse record batches above 1 MB; a row that can never be sent would hold up its whole bucket. */
export const eventBytesMax = 900_000;

const columns = 'bucket, event_id, event_type, aggregate_id, aggregate_version, topic, headers, payload';
const types = ['smallint', 'uuid', 'text', 'uuid', 'int', 'text', 'text', 'text'];

const wroteInto = new WeakMap<object, Set<number>>();

/** Buckets that a transaction wrote events into; after its commit the relay is woken for them. */
export function bucketsWrittenIn(tx: Tx): ReadonlySet<number> | undefined {
  return wroteInto.get(tx);
}

/**
 * Saves a change and its events in one statement: the outbox rows exist exactly when the change touched a row.
 * The change locks its row before the positions are taken, so that one key's positions are in commit order.
 * `change` is an insert, update or delete without `returning`. Returns the number of rows it touched.
 * @throws StaleVersion when it touched none
 */
export async function saveWithEvents(tx: Tx, change: Statement, events: readonly OutgoingEvent[]): Promise<number> {
  const touched = await writeTogether(tx, change, events);
  if (touched === 0) throw new StaleVersion();
  return touched;
}

/**
 * The same for a set: one statement that touches many rows, and their events in order.
 * @throws StaleVersion unless exactly `rows` were touched (default: one per event); the transaction must then roll back
 */
export async function saveManyWithEvents(
  tx: Tx,
  change: Statement,
  events: readonly OutgoingEvent[],
  rows: number = events.length,
): Promise<void> {
  if ((await writeTogether(tx, change, events)) !== rows) throw new StaleVersion();
}

/** Adds events where no row of their aggregate is written; locks the keys, which stands in for the aggregates' row locks. */
export async function appendEvents(tx: Tx, events: readonly OutgoingEvent[]): Promise<void> {
  if (events.length === 0) return;
  const keys = [...new Set(events.map((event) => event.aggregateId))].sort();
  await tx.query('select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest($1::text[]) key', [keys]);
  await tx.query(`insert into outbox (${columns}) ${rowsOf(1)} order by n`, arraysOf(tx, events));
}

/**
 * Adds events that repeat the state of rows which the caller holds locked. An event of the same version that still waits is left
 * as it is: it says the same. Returns how many were added.
 */
export async function repeatState(tx: Tx, events: readonly OutgoingEvent[]): Promise<number> {
  if (events.length === 0) return 0;
  const insert = `insert into outbox (${columns}) ${rowsOf(1)} order by n
on conflict on constraint outbox_one_event_per_version do nothing returning 1`;
  const [added] = await tx.query<[{ n: number }]>(
    `with added as (${insert}) select count(*)::int as n from added`,
    arraysOf(tx, events),
  );
  return added.n;
}

async function writeTogether(tx: Tx, change: Statement, events: readonly OutgoingEvent[]): Promise<number> {
  // The count, unlike `exists`, runs the whole change before the first position is taken.
  const text = `with change as (${change.text} returning 1), event as (
insert into outbox (${columns}) ${rowsOf(change.parameters.length + 1)} where (select count(*) from change) > 0 order by n returning 1)
select count(*)::int as touched from change`;
  const [row] = await tx.query<[{ touched: number }]>(text, [...change.parameters, ...arraysOf(tx, events)]);
  return row.touched;
}

function rowsOf(firstParameter: number): string {
  const arrays = types.map((type, index) => `$${firstParameter + index}::${type}[]`);
  return `select ${columns} from unnest(${arrays.join(', ')}) with ordinality e (${columns}, n)`;
}

function arraysOf(tx: Tx, events: readonly OutgoingEvent[]): unknown[][] {
  const { county, service, clock } = messagingOf(tx);
  const arrays: unknown[][] = types.map(() => []);
  const buckets = wroteInto.get(tx) ?? new Set();
  for (const event of events) {
    const { definition, eventId, aggregateId, aggregateVersion } = event;
    if (definition.owner !== service) {
      throw new InvariantViolated('messaging.foreign-event', `${definition.name} is not an event of ${service}`);
    }
    const headers = JSON.stringify(toCloudEventHeaders(event, { county, now: clock.now() }));
    const payload = JSON.stringify(event.data);
    if (Buffer.byteLength(payload) > eventBytesMax) {
      throw new InvariantViolated('messaging.event-too-large', `${definition.name} ${eventId} is above ${eventBytesMax} bytes`);
    }
    const bucket = bucketOf(aggregateId);
    buckets.add(bucket);
    const row = [bucket, eventId, definition.type, aggregateId, aggregateVersion, definition.topic, headers, payload];
    row.forEach((value, column) => arrays[column]!.push(value));
  }
  if (buckets.size > 0) wroteInto.set(tx, buckets);
  return arrays;
}
