import { fromCloudEventHeaders, InvalidEnvelope, InvalidEvent, type IncomingEvent } from '@yigongti/events';
import { isUuid } from '@yigongti/kernel';
import type { IncomingRecord } from '../broker/broker.ts';
import { Poison } from './subscription.ts';
import type { Reactions } from './reactions.ts';

/** A record whose type the service asked for: an event, or what is wrong with it. */
export type Item =
  | { readonly record: IncomingRecord; readonly type: string; readonly event: IncomingEvent; readonly fault?: undefined }
  | { readonly record: IncomingRecord; readonly type: string; readonly event?: undefined; readonly fault: Error };

/** Reads a record; null when its type is none that the service asked for. */
export function readRecord(record: IncomingRecord, reactions: Reactions): Item | null {
  const type = record.headers.ce_type;
  if (type === undefined || !reactions.has(type)) return null;
  try {
    return { record, type, event: readEvent(record, reactions) };
  } catch (error) {
    if (error instanceof InvalidEnvelope || error instanceof InvalidEvent || error instanceof Poison) {
      return { record, type, fault: error };
    }
    throw error;
  }
}

function readEvent(record: IncomingRecord, reactions: Reactions): IncomingEvent {
  const { type, time, source, eventId, aggregateId, aggregateVersion, correlationId, causationId, traceparent } =
    fromCloudEventHeaders(record.headers);
  if (!isUuid(eventId)) throw new Poison('event-id-is-no-uuid');
  if (!isUuid(aggregateId)) throw new Poison('subject-is-no-uuid');
  if (record.key !== aggregateId) throw new Poison('key-is-not-the-subject');
  const definition = reactions.definitionOf(type);
  const data = definition.read(parse(record.value));
  const { topic, partition } = record;
  const place = { topic, partition, offset: String(record.offset) };
  return {
    definition,
    eventId,
    aggregateId,
    aggregateVersion,
    data,
    correlationId,
    causationId,
    traceparent,
    time,
    source,
    ...place,
  };
}

function parse(value: string | null): unknown {
  if (value === null) throw new Poison('no-value');
  try {
    return JSON.parse(value);
  } catch {
    // The parser's own words repeat the text.
    throw new Poison('value-is-no-json');
  }
}
