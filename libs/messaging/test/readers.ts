import type { EventMeta, OutgoingEvent } from '@yigongti/events';
import { toCloudEventHeaders } from '@yigongti/events';
import type { OutgoingRecord } from '../src/broker/broker.ts';
import { InMemoryBroker } from '../src/broker/in-memory-broker.ts';
import { ConsumerRunner } from '../src/inbox/consumer-runner.ts';
import type { ConsumerOptions } from '../src/inbox/consumer-options.ts';
import type { NoteEvent, NoteService } from './notes.ts';

/** Pauses short enough for a spec; the proportions stay. */
export const quick = {
  inPlaceFirstMs: 1,
  inPlaceLongestMs: 5,
  parkedFirstMs: 20,
  parkedLongestMs: 60,
  waitingFirstMs: 10,
  waitingLongestMs: 50,
  pollParkedMs: 20,
};

/** A runner on the service's database; its clock is the system's, so that what is due becomes due. */
export function reader(
  notes: NoteService,
  options: Pick<ConsumerOptions, 'subscriptions' | 'broker'> & Partial<ConsumerOptions>,
) {
  return new ConsumerRunner({
    service: 'contracts',
    transactions: notes.transactions,
    clock: { now: () => new Date() },
    resolve: () => {
      throw new Error('the spec uses functions');
    },
    ...options,
    tuning: { ...quick, ...options.tuning },
  });
}

export interface Sent {
  readonly noteId: string;
  readonly version: number;
  readonly text?: string;
  readonly eventId?: string;
}

/** The record of a note's version as a relay would send it. */
export function recordOf(notes: NoteService, definition: NoteEvent, sent: Sent): OutgoingRecord {
  const { noteId, version, text = 'text', eventId } = sent;
  const made = notes.event(definition, { noteId, text, version });
  const event: OutgoingEvent = eventId ? Object.assign({}, made, { eventId } satisfies Partial<EventMeta>) : made;
  const headers = toCloudEventHeaders(event, { county: 'changle', now: notes.clock.now() });
  return { topic: definition.topic, key: noteId, value: JSON.stringify(event.data), headers };
}

export { InMemoryBroker };
