import type { OutgoingRecord } from '../broker/broker.ts';
import type { Held } from './leases.ts';
import type { RelayConnection, RelayStatement } from './relay-connection.ts';

export interface OutboxRow {
  readonly bucket: number;
  readonly position: bigint;
  readonly event_type: string;
  readonly aggregate_id: string;
  readonly topic: string;
  readonly headers: string;
  readonly payload: string;
}

/**
 * At most $2 rows of each bucket, $3 in all, in index order without a sort. Always from the lowest row of a bucket: a cursor that
 * remembers the last position steps over events that committed late.
 */
const readRows: RelayStatement = {
  name: 'read-outbox',
  text: `select o.* from unnest($1::smallint[]) b cross join lateral (
  select bucket, position, event_type, aggregate_id, topic, headers, payload from outbox
  where bucket = b order by position limit $2) o limit $3`,
};

/**
 * Deletes exactly the acknowledged rows, only under our epochs, and counts them in the same statement. $1, $2 buckets and epochs,
 * $3 owner, $4, $5 the rows, $6 lane. Types are counted in one order, so that relays cannot deadlock on the totals.
 */
const deleteRows: RelayStatement = {
  name: 'delete-outbox',
  text: `with mine as (
  select l.bucket from relay_lease l join unnest($1::smallint[], $2::bigint[]) e (bucket, epoch)
    on l.bucket = e.bucket and l.epoch = e.epoch where l.owner = $3),
gone as (
  delete from outbox o using mine, unnest($4::smallint[], $5::bigint[]) d (bucket, position)
  where o.bucket = mine.bucket and o.bucket = d.bucket and o.position = d.position returning o.event_type),
counted as (
  insert into published_total as t (event_type, lane, published)
  select event_type, $6::smallint, count(*) from gone group by event_type order by event_type
  on conflict (event_type, lane) do update set published = t.published + excluded.published)
select count(*)::int as deleted from gone`,
};

export function readOutbox(
  connection: RelayConnection,
  buckets: readonly number[],
  limits: { readonly perBucket: number; readonly rows: number },
): Promise<OutboxRow[]> {
  return connection.query<OutboxRow>(readRows, [buckets, limits.perBucket, limits.rows]);
}

/** Number of rows deleted; fewer than given means that a lease was lost. */
export async function deleteOutbox(
  connection: RelayConnection,
  rows: readonly OutboxRow[],
  by: { readonly owner: string; readonly held: Held; readonly lane: number },
): Promise<number> {
  const [result] = await connection.query<{ deleted: number }>(deleteRows, [
    [...by.held.keys()],
    [...by.held.values()],
    by.owner,
    rows.map((row) => row.bucket),
    rows.map((row) => row.position),
    by.lane,
  ]);
  return result!.deleted;
}

export function toRecord({ topic, aggregate_id: key, payload: value, headers }: OutboxRow): OutgoingRecord {
  return { topic, key, value, headers: JSON.parse(headers) as Record<string, string> };
}

/** As many rows from the front as fit into the bytes, but one at least: the outbox lets none in that does not fit. */
export function cutToBytes(rows: readonly OutboxRow[], bytesMax: number): readonly OutboxRow[] {
  let bytes = 0;
  const end = rows.findIndex((row, index) => {
    bytes += Buffer.byteLength(row.payload) + Buffer.byteLength(row.headers);
    return index > 0 && bytes > bytesMax;
  });
  return end === -1 ? rows : rows.slice(0, end);
}
