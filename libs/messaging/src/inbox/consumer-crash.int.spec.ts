import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually, testBrokers, uniqueName } from '@yigongti/testing';
import { Child } from '../../test/child.ts';
import { defineNoteEvent, noteIds, NoteService, readNote, topicOf, uniqueAggregate, upTo } from '../../test/notes.ts';
import { reader, recordOf } from '../../test/readers.ts';
import { KafkajsBroker } from '../broker/kafkajs/kafkajs-broker.ts';
import { consume } from './subscription.ts';

jest.setTimeout(90_000);

const ids = noteIds(40);

describe('a consumer that is killed between its commit and its offsets', () => {
  const aggregate = uniqueAggregate();
  const written = defineNoteEvent('written', 'facts', aggregate);
  const group = uniqueName('reader');
  let notes: NoteService;
  let broker: KafkajsBroker;
  let child: Child;

  beforeAll(async () => {
    notes = await NoteService.start();
    broker = new KafkajsBroker({ brokers: testBrokers(), clientId: 'consumer-spec', sessionTimeoutMs: 6_000 });
    await broker.ensureTopics([topicOf(written)]);
  });
  afterAll(async () => {
    await child.kill();
    await broker.close(10_000);
    await notes.close();
  });

  it('leaves nothing to be applied twice, and nothing out', async () => {
    await broker.produce(upTo(3).flatMap((version) => ids.map((noteId) => recordOf(notes, written, { noteId, version }))));
    const environment = { DATABASE: notes.database.url, BROKERS: testBrokers().join(), GROUP: group, AGGREGATE: aggregate };
    child = new Child('reader-process', environment);
    await child.ended;
    expect(child.process.signalCode).toBe('SIGKILL');
    const before = await notes.count('reading');
    expect(before).toBeGreaterThan(0);
    const lags = await broker.lag(group, [written.topic]);
    expect(lags.filter(({ committed }) => committed !== null)).toEqual([]);

    const runner = reader(notes, { service: group, subscriptions: [consume(written, readNote)], broker });
    await runner.start();
    await eventually(
      'all offsets to be committed',
      async () => (await broker.lag(group, [written.topic])).every(({ committed, end }) => (committed ?? 0n) === end),
      { within: 60_000, every: 250 },
    );
    await runner.stop(5_000);
    const readings = await notes.readings();
    for (const id of ids) expect(readings.get(id)).toEqual([1, 2, 3]);
    expect(await notes.query('select sum(applied)::int as n from applied_total')).toEqual([{ n: 120 }]);
  });
});
