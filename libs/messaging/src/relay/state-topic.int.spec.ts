import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually, testBrokers, uniqueName } from '@yigongti/testing';
import { Between, readAll } from '../../test/between.ts';
import { Child } from '../../test/child.ts';
import { defineNoteEvent, noteIds, NoteService, topicOf, type Note, type NoteRow } from '../../test/notes.ts';
import { BrokerError } from '../broker/broker.ts';
import { KafkajsBroker } from '../broker/kafkajs/kafkajs-broker.ts';
import { Relay } from './relay.ts';
import type { StateSource } from './state-source.ts';

jest.setTimeout(120_000);

const ids = noteIds(12);

/** docs/adr/0002: a relay that slept past its lease writes old states behind newer ones, and compaction would keep the old. */
describe('a state topic after a lost lease', () => {
  const changed = defineNoteEvent('changed', 'state');
  let notes: NoteService;
  let broker: KafkajsBroker;
  let relay: Relay;
  let child: Child;

  beforeAll(async () => {
    notes = await NoteService.start();
    broker = new KafkajsBroker({ brokers: testBrokers(), clientId: 'state-spec' });
    await broker.ensureTopics([topicOf(changed)]);
  });
  afterAll(async () => {
    await relay.stop(5_000);
    await child.kill();
    await broker.close(10_000);
    await notes.close();
  });

  const source: StateSource = {
    definition: changed,
    currentState: async (tx, aggregateIds) => {
      const rows = await tx.query<{ note_id: string; text: string; version: number }[]>(
        'select * from note where note_id = any($1::uuid[]) order by note_id for share',
        [aggregateIds],
      );
      return rows.map(({ note_id: noteId, text, version }) => notes.event(changed, { noteId, text, version }));
    },
  };
  const records = () => readAll(broker, changed.topic, uniqueName('audit'));
  /** What a consumer that rebuilds from the topic ends with: the last record of each key. */
  const rebuilt = async () => new Map((await records()).map(({ key, value }) => [key, (JSON.parse(value!) as Note).text]));
  const table = async () => {
    const rows = await notes.query<NoteRow & { note_id: string }>('select * from note');
    return new Map(rows.map((row) => [row.note_id, row.text]));
  };
  const emptied = () => eventually('the outbox to be empty', async () => (await notes.count('outbox')) === 0);

  it('holds the owner’s state again for whoever rebuilds from it, also when it has been compacted', async () => {
    for (const id of ids) await notes.write(changed, id, 'old');
    child = new Child('relay-process', {
      ...{ DATABASE: notes.database.url, BROKERS: testBrokers().join(), MODE: 'sleep', SLEEP_MS: '4000', TTL_MS: '1000' },
    });
    await eventually('the first relay to sleep', () => child.lines.includes('asleep'), { within: 30_000 });
    relay = new Relay({
      ...{ url: notes.database.url, schema: 'contracts', owner: 'second', broker, transactions: notes.transactions },
      stateSources: [source],
      tuning: { leaseTtlMs: 1_000, leaseMarginMs: 200, lateWriteMs: 6_000, recheckEveryMs: 100 },
    });
    relay.start();
    await emptied();
    for (const id of ids) await notes.write(changed, id, 'new');
    await emptied();
    await eventually('the first relay to wake and write', () => child.lines.includes('published'));
    expect(new Set((await rebuilt()).values())).toEqual(new Set(['old']));

    await eventually('the doubtful states to be said again', async () => (await notes.count('state_recheck')) === 0);
    await emptied();
    expect(await rebuilt()).toEqual(await table());

    await compacted();
    expect(await rebuilt()).toEqual(await table());
  });

  /** Kafka compacts all segments but the last, so something has to begin new ones. */
  async function compacted(): Promise<void> {
    const fillers = noteIds(200, 902);
    const before = (await records()).length;
    await eventually(
      'the topic to be compacted',
      async () => {
        for (const id of fillers) await notes.write(changed, id, 'filler');
        await emptied();
        return (await records()).filter(({ key }) => ids.includes(key!)).length < before;
      },
      { within: 60_000, every: 500 },
    );
  }

  it('is said again also where a write failed without an answer', async () => {
    const [id = ''] = ids;
    let failures = 0;
    await Promise.all([child.kill(), relay.stop(5_000)]);
    await notes.query('truncate outbox, state_recheck');
    const flaky = new Between(broker, {
      produce: (next, batch, mayWrite) => {
        failures += 1;
        return failures === 1 ? Promise.reject(new BrokerError('retry', 'no answer')) : next(batch, mayWrite);
      },
    });
    relay = new Relay({
      ...{ url: notes.database.url, schema: 'contracts', owner: 'third', broker: flaky, transactions: notes.transactions },
      stateSources: [source],
      tuning: { lateWriteMs: 60_000 },
    });
    await notes.write(changed, id, 'newest');
    relay.start();
    await emptied();
    expect(await notes.query('select topic, aggregate_id from state_recheck')).toEqual([
      { topic: changed.topic, aggregate_id: id },
    ]);
  });
});
