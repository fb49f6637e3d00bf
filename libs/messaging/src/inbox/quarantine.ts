import type { Tx } from '@yigongti/database';
import type { IncomingRecord } from '../broker/broker.ts';

/** Why a record is dead: never to be read, tried too often, or what it waits for never came. */
export type DeadReason = 'POISON' | 'ATTEMPTS' | 'WAITED_TOO_LONG';

export interface QuarantinedRecord {
  readonly record: IncomingRecord;
  readonly type: string;
}

export interface Parking {
  readonly attempts: number;
  /** It waits for another event: no fault. */
  readonly waiting: boolean;
  readonly nextAttemptAt: Date;
  readonly errorClass: string | null;
  readonly parkedAt: Date;
}

const park = `insert into parked_event (consumer, topic, partition, kafka_offset, key, event_type, headers, payload, attempts, waiting,
  next_attempt_at, error_class, parked_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing`;

/** Puts a record at the end of its key's queue. Once there, it stays until it was applied or is dead. */
export async function parkRecord(tx: Tx, consumer: string, { record, type }: QuarantinedRecord, parking: Parking): Promise<void> {
  const { topic, partition, offset, headers, value } = record;
  const { attempts, waiting, nextAttemptAt, errorClass, parkedAt } = parking;
  await tx.query(park, [
    ...[consumer, topic, partition, offset, keyOf(record), type, JSON.stringify(headers), value],
    ...[attempts, waiting, nextAttemptAt, errorClass, parkedAt],
  ]);
}

export interface Death {
  readonly reason: DeadReason;
  readonly errorClass: string;
  readonly attempts: number;
  readonly at: Date;
}

const bury = `insert into dead_event as d (consumer, topic, partition, kafka_offset, key, event_type, headers, payload, reason,
  error_class, attempts, dead_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
on conflict (consumer, topic, partition, kafka_offset) do update set state = 'DEAD', reason = excluded.reason,
  error_class = excluded.error_class, attempts = excluded.attempts, dead_at = excluded.dead_at where d.state = 'REPLAYED'`;

/**
 * Makes a record dead; its key stays blocked until somebody replays or discards it. A redelivered record that is dead or was
 * discarded stays what it is.
 */
export async function buryRecord(tx: Tx, consumer: string, { record, type }: QuarantinedRecord, death: Death): Promise<void> {
  const { topic, partition, offset, headers, value } = record;
  await tx.query(bury, [
    ...[consumer, topic, partition, offset, keyOf(record), type, JSON.stringify(headers), value],
    ...[death.reason, death.errorClass, death.attempts, death.at],
  ]);
}

interface ParkedRow {
  readonly topic: string;
  readonly partition: number;
  readonly kafka_offset: bigint;
  readonly key: string;
  readonly event_type: string;
  readonly headers: string;
  readonly payload: string | null;
  readonly attempts: number;
  readonly waiting: boolean;
}

/** The first record of a parked key. */
export interface ParkedHead extends QuarantinedRecord {
  readonly key: string;
  readonly attempts: number;
  readonly waiting: boolean;
}

/** Keys whose first parked record is due, or waits while `tryWaiting`; none with a dead record before it. */
export async function dueKeys(
  tx: Tx,
  consumer: string,
  { now, tryWaiting, limit }: { readonly now: Date; readonly tryWaiting: boolean; readonly limit: number },
): Promise<string[]> {
  const rows = await tx.query<{ key: string }[]>(
    `select p.key from parked_event p where p.consumer = $1 and (p.next_attempt_at <= $2 or (p.waiting and $3))
       and not exists (select from parked_event q
         where q.consumer = p.consumer and q.key = p.key and q.kafka_offset < p.kafka_offset)
       and not exists (select from dead_event d 
         where d.consumer = p.consumer and d.key = p.key and d.state = 'DEAD' and d.kafka_offset < p.kafka_offset)
     order by p.next_attempt_at limit $4`,
    [consumer, now, tryWaiting, limit],
  );
  return rows.map(({ key }) => key);
}

/** Locks the first record of a key's queue; null when the key is free, or somebody else is at it. */
export async function lockHead(tx: Tx, consumer: string, key: string): Promise<ParkedHead | null> {
  const [row] = await tx.query<ParkedRow[]>(
    `select * from parked_event where (consumer, topic, partition, kafka_offset) = (
       select consumer, topic, partition, kafka_offset from parked_event
       where consumer = $1 and key = $2 order by kafka_offset limit 1)
     for update skip locked`,
    [consumer, key],
  );
  if (!row) return null;
  const { topic, partition, kafka_offset: offset, headers, payload, attempts, waiting } = row;
  const record = { topic, partition, offset, key, value: payload, headers: JSON.parse(headers) as Record<string, string> };
  return { record, type: row.event_type, key, attempts, waiting };
}

export async function unpark(tx: Tx, consumer: string, { topic, partition, offset }: IncomingRecord): Promise<void> {
  await tx.query('delete from parked_event where consumer = $1 and topic = $2 and partition = $3 and kafka_offset = $4', [
    ...[consumer, topic, partition, offset],
  ]);
}

export async function postpone(tx: Tx, consumer: string, head: ParkedHead, parking: Omit<Parking, 'parkedAt'>): Promise<void> {
  const { topic, partition, offset } = head.record;
  await tx.query(
    `update parked_event set attempts = $5, waiting = $6, next_attempt_at = $7, error_class = $8
     where consumer = $1 and topic = $2 and partition = $3 and kafka_offset = $4`,
    [consumer, topic, partition, offset, parking.attempts, parking.waiting, parking.nextAttemptAt, parking.errorClass],
  );
}

/** A record without a key blocks nobody but itself. */
function keyOf({ key, topic, partition, offset }: IncomingRecord): string {
  return key ?? `${topic}/${partition}/${offset}`;
}
