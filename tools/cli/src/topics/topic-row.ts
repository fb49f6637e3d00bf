import { fromCloudEventHeaders } from '@yigongti/events';
import type { IncomingRecord } from '@yigongti/messaging';

/** A record of a topic as it is exported: its place, its envelope, its data. */
export interface TopicRow {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  /** Deduplicate by it: a record may lie in its topic twice. */
  readonly id: string;
  readonly type: string;
  readonly source: string;
  /** When the producer wrote it, +08:00. */
  readonly time: string;
  readonly county: string;
  readonly aggregateVersion: number;
  readonly correlationId: string;
  readonly causationId: string | null;
  /** Null for a tombstone. */
  readonly data: unknown;
}

/** @throws InvalidEnvelope for a record that is no event of the suite */
export function rowOf({ topic, partition, offset, key, value, headers }: IncomingRecord): TopicRow {
  const {
    eventId: id,
    type,
    source,
    time,
    county,
    aggregateVersion,
    correlationId,
    causationId,
  } = fromCloudEventHeaders(headers);
  const place = { topic, partition, offset: Number(offset), key: key ?? '' };
  const data: unknown = value === null ? null : JSON.parse(value);
  return { ...place, id, type, source, time, county, aggregateVersion, correlationId, causationId, data };
}
