import { type EventDefinition, toCloudEventHeaders } from '@yigongti/events';
import type { JsonSchema } from './json-schema.ts';

const text = (description: string, more: JsonSchema = {}) => ({ type: 'string', description, ...more });

/** The headers of every record, with what they mean. */
export const envelopeHeaders = {
  ce_specversion: text('CloudEvents version', { const: '1.0' }),
  ce_id: text('Id of the event, UUIDv7; deduplicate by it', { format: 'uuid' }),
  ce_source: text('`/<county>/<service>`', { format: 'uri-reference' }),
  ce_type: text('`cn.yigongti.<service>.<aggregate>.<fact>.v<version>`'),
  ce_subject: text("Id of the aggregate; also the record's key", { format: 'uuid' }),
  ce_time: text('When the producer wrote it', { format: 'date-time' }),
  ce_dataschema: text('Address of the JSON Schema', { format: 'uri' }),
  ce_county: text('County profile of the deployment'),
  ce_aggversion: text("The aggregate's version: one more per event; ignore one not above the last applied", {
    pattern: '^[1-9][0-9]*$',
  }),
  ce_correlationid: text('What began the chain; the same in all that follows'),
  ce_causationid: text('Id of the event that caused this one, where an event did'),
  traceparent: text('W3C trace context, where there is one'),
  'content-type': text('Media type of the data', { const: 'application/json' }),
};

const optional = ['ce_causationid', 'traceparent'];

export const cloudEventTrait: JsonSchema = {
  headers: {
    type: 'object',
    properties: envelopeHeaders,
    required: Object.keys(envelopeHeaders).filter((name) => !optional.includes(name)),
  },
  correlationId: { description: 'What began the chain', location: '$message.header#/ce_correlationid' },
  bindings: { kafka: { key: { type: 'string', format: 'uuid', description: "The aggregate's id" }, bindingVersion: '0.5.0' } },
};

/** The headers that the example would travel with; the time is fixed, so that documents do not change by the day. */
export function exampleHeaders(definition: EventDefinition, index: number): Record<string, string> {
  const event = definition.create(definition.examples[index], {
    eventId: `0197a3c0-0000-7000-8000-${String(900 + index).padStart(12, '0')}`,
    aggregateVersion: index + 1,
    correlationId: '0197a3c0-0000-7000-8000-000000000990',
    causationId: null,
    traceparent: null,
  });
  return toCloudEventHeaders(event, { county: 'changle', now: new Date('2026-06-01T01:30:02.400Z') });
}
