import type { OutgoingEvent } from './event.ts';

/** A Kafka record's headers as clients hand them over. */
export type RecordHeaders = Readonly<Record<string, Buffer | string | (Buffer | string)[] | undefined>>;

/** The envelope of a record, read from its headers. */
export interface Envelope {
  readonly eventId: string;
  readonly type: string;
  readonly source: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly time: string;
  readonly dataSchemaUri: string;
  readonly county: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly traceparent: string | null;
}

/** The headers of a record are not those of a CloudEvent of ours. Names the header, never its value. */
export class InvalidEnvelope extends Error {
  override readonly name = 'InvalidEnvelope';
}

/**
 * CloudEvents 1.0, Kafka binding, binary content mode: every attribute is a header `ce_<name>` in UTF-8, without percent-encoding;
 * `datacontenttype` is the header `content-type`; an attribute without a value has no header.
 */
export function toCloudEventHeaders(event: OutgoingEvent, where: { county: string; now: Date }): Record<string, string> {
  const { definition } = event;
  return {
    ce_specversion: '1.0',
    ce_id: event.eventId,
    ce_source: `/${where.county}/${definition.owner}`,
    ce_type: definition.type,
    ce_subject: event.aggregateId,
    ce_time: inShanghai(where.now),
    ce_dataschema: definition.dataSchemaUri,
    ce_county: where.county,
    ce_aggversion: String(event.aggregateVersion),
    ce_correlationid: event.correlationId,
    ...(event.causationId !== null && { ce_causationid: event.causationId }),
    ...(event.traceparent !== null && { traceparent: event.traceparent }),
    'content-type': 'application/json',
  };
}

/**
 * Reads the envelope of a record.
 * @throws InvalidEnvelope when an attribute is missing or malformed
 */
export function fromCloudEventHeaders(headers: RecordHeaders): Envelope {
  const attributes = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), textOf(value)]));
  const required = (name: string, pattern: RegExp = /./) => {
    const value = attributes.get(name);
    if (value === undefined || value === '') throw new InvalidEnvelope(`the header ${name} is missing`);
    if (!pattern.test(value)) throw new InvalidEnvelope(`the header ${name} is malformed`);
    return value;
  };
  required('ce_specversion', /^1\.0$/);
  required('content-type', /^application\/json\s*(;|$)/i);
  return {
    eventId: required('ce_id'),
    type: required('ce_type'),
    source: required('ce_source'),
    aggregateId: required('ce_subject'),
    aggregateVersion: Number(required('ce_aggversion', /^[1-9]\d{0,8}$/)),
    time: required('ce_time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i),
    dataSchemaUri: required('ce_dataschema'),
    county: required('ce_county'),
    correlationId: required('ce_correlationid'),
    causationId: attributes.get('ce_causationid') || null,
    traceparent: attributes.get('traceparent') || null,
  };
}

/** Kafka allows a header twice; the binding does not, and the first one counts. */
function textOf(value: RecordHeaders[string]): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined ? undefined : first.toString();
}

function inShanghai(at: Date): string {
  const shifted = new Date(at.getTime() + 8 * 3_600_000);
  return shifted.toISOString().replace('Z', '+08:00');
}
