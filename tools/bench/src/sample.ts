import { randomBytes } from 'node:crypto';
import { contractSigned, toCloudEventHeaders, type OutgoingEvent } from '@yigongti/events';
import type { OutgoingRecord } from '@yigongti/messaging';

/** UUIDv7 of now, as the services make them. */
export function nextId(): string {
  const hex = Date.now().toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function keys(count: number): string[] {
  return Array.from({ length: count }, nextId);
}

/** A contract's event as a service makes it: about 0.7 KB of data and 13 headers. */
export function sampleEvent(contractId: string, version: number): OutgoingEvent {
  const data = { ...contractSigned.examples[1]!, contractId, residentId: contractId };
  const [eventId, correlationId] = [nextId(), nextId()];
  const traceparent = `00-${'5'.repeat(32)}-${'7'.repeat(16)}-01`;
  return contractSigned.create(data, { eventId, aggregateVersion: version, correlationId, causationId: eventId, traceparent });
}

/** The records of `versions` events of each key, versions ascending. */
export function sampleRecords(topic: string, ids: readonly string[], versions: number): OutgoingRecord[] {
  const now = new Date();
  return Array.from({ length: versions }, (_, index) => ids.map((id) => sampleEvent(id, index + 1)))
    .flat()
    .map((event) => ({
      topic,
      key: event.aggregateId,
      value: JSON.stringify(event.data),
      headers: toCloudEventHeaders(event, { county: 'changle', now }),
    }));
}
