import { KafkajsBroker } from '../src/broker/kafkajs/kafkajs-broker.ts';
import { consume } from '../src/inbox/subscription.ts';
import { Between } from './between.ts';
import { defineNoteEvent, NoteService, readNote } from './notes.ts';
import { reader } from './readers.ts';

/** A consumer in a process of its own that dies right after its first chunk was committed, before its offsets are. */
const { DATABASE = '', BROKERS = '', GROUP = '', AGGREGATE = '' } = process.env;
const kafka = new KafkajsBroker({ brokers: BROKERS.split(','), clientId: 'reader-process', sessionTimeoutMs: 6_000 });
const broker = new Between(kafka, {
  chunk: async (next) => {
    await next();
    process.kill(process.pid, 'SIGKILL');
  },
});
const notes = await NoteService.at(DATABASE);
const written = defineNoteEvent('written', 'facts', AGGREGATE);
await reader(notes, { service: GROUP, subscriptions: [consume(written, readNote)], broker, tuning: { chunkSize: 10 } }).start();
