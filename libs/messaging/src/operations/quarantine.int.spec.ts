import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Tx } from '@yigongti/database';
import { eventually } from '@yigongti/testing';
import { defineNoteEvent, noteIds, NoteService, readNote, type NoteEvent } from '../../test/notes.ts';
import { InMemoryBroker, reader, recordOf } from '../../test/readers.ts';
import { consume } from '../inbox/subscription.ts';
import type { ConsumerRunner } from '../inbox/consumer-runner.ts';
import { ledger } from './ledger.ts';
import { discardDead, replayDead } from './quarantine-actions.ts';
import { listDead, listParked, showDead } from './quarantine-views.ts';

jest.setTimeout(30_000);

const [bad = '', good = '', other = ''] = noteIds(3);
const unknown = '019f0000-0000-7000-8000-00000000dead';

describe('operations on events', () => {
  let notes: NoteService;
  let broker: InMemoryBroker;
  let written: NoteEvent;
  let runner: ConsumerRunner;
  let broken: boolean;
  let otherBroken: boolean;

  beforeAll(async () => {
    notes = await NoteService.start();
  });
  afterAll(() => notes.close());
  beforeEach(async () => {
    await notes.query(
      'truncate reading, outbox, inbox, applied_version, applied_total, applied_position, parked_event, dead_event',
    );
    broker = new InMemoryBroker();
    written = defineNoteEvent();
    broken = true;
    otherBroken = true;
    const subscription = consume(written, (tx, event) => {
      const fails = (broken && event.aggregateId === bad) || (otherBroken && event.aggregateId === other);
      return fails ? Promise.reject(new RangeError('no')) : readNote(tx, event);
    });
    runner = reader(notes, { subscriptions: [subscription], broker, tuning: { attemptsMax: 4 } });
    await broker.produce(
      [1, 2, 3].flatMap((version) => [bad, good].map((noteId) => recordOf(notes, written, { noteId, version }))),
    );
    await runner.start();
    await eventually('a dead event', async () => (await notes.count('dead_event')) === 1);
    await eventually('the rest of the key to be parked', async () => (await notes.count('parked_event')) === 2);
  });
  afterEach(() => runner.stop(5_000));

  const run = <T>(work: (tx: Tx) => Promise<T>) => notes.transactions.run(work);
  const theDead = async () => (await run((tx) => listDead(tx, { limit: 10 })))[0]!;

  it('tell in one ledger what was sent, taken and held back', async () => {
    await notes.write(written, good);
    await eventually('the good key', async () => (await notes.count('reading')) === 3);
    const seen = await run(ledger);
    expect(seen).toMatchObject({ outboxPending: 1, published: {}, applied: { [written.type]: 3 }, parked: 2, dead: 1 });
    expect(seen.positions.map(({ topic }) => topic)).toContain(written.topic);
  });

  it('list the dead without content, and show one with its data masked', async () => {
    const summary = await theDead();
    expect(summary).toMatchObject({
      ...{ eventType: written.type, topic: written.topic, key: bad, reason: 'ATTEMPTS', errorClass: 'RangeError' },
      ...{ attempts: 4, state: 'DEAD', offset: 0, closedBy: null },
    });
    const detail = await run((tx) => showDead(tx, summary.id));
    expect(detail.headers).toMatchObject({ ce_type: written.type, ce_subject: bad });
    // The made-up event is in no registry: nobody knows which of its fields are sensitive.
    expect(detail.data).toBe('***');
    await expect(run((tx) => showDead(tx, unknown))).rejects.toMatchObject({ refusals: [{ kind: 'not-found' }] });
  });

  it('list parked keys with the length of their queues', async () => {
    expect(await run((tx) => listParked(tx, { limit: 10 }))).toMatchObject([
      { key: bad, events: 2, eventType: written.type, attempts: 0, waiting: false, errorClass: null },
    ]);
  });

  it('leave what queued behind a dead event alone until somebody decides', async () => {
    broken = false;
    await broker.produce([recordOf(notes, written, { noteId: other, version: 1 })]);
    await eventually('another key to be parked', async () => (await notes.count('parked_event')) === 3);
    otherBroken = false;
    await eventually('the other key to be taken up again', async () => (await notes.readings()).has(other));
    expect((await notes.readings()).has(bad)).toBe(false);
  });

  it('replay a dead event through the inbox, in front of those that queued behind it', async () => {
    const { id } = await theDead();
    broken = false;
    await run((tx) => replayDead(tx, id, 'operator-1'));
    runner.pokeParked();
    await eventually('the queue to be empty', async () => (await notes.count('parked_event')) === 0);
    expect((await notes.readings()).get(bad)).toEqual([1, 2, 3]);
    expect(await theDead()).toMatchObject({ state: 'REPLAYED', closedBy: 'operator-1' });
    expect(await run(ledger)).toMatchObject({ applied: { [written.type]: 6 }, parked: 0, dead: 0 });
    broker.redeliver('contracts');
    await eventually('the repetition to be settled', async () => {
      const lags = await broker.lag('contracts', [written.topic]);
      return lags.every(({ committed, end }) => (committed ?? 0n) === end);
    });
    expect(await notes.count('reading')).toBe(6);
  });

  it('make it dead again when it still fails', async () => {
    const { id } = await theDead();
    await run((tx) => replayDead(tx, id, 'operator-1'));
    runner.pokeParked();
    await eventually('the event to be dead again', async () => (await theDead()).state === 'DEAD');
    expect(await notes.count('dead_event')).toBe(1);
  });

  it('discard a dead event with a reason, after which its key flows and a repetition changes nothing', async () => {
    const { id } = await theDead();
    broken = false;
    await run((tx) => discardDead(tx, id, 'operator-1', 'sent in error'));
    runner.pokeParked();
    await eventually('the queue to be empty', async () => (await notes.count('parked_event')) === 0);
    expect((await notes.readings()).get(bad)).toEqual([2, 3]);
    expect(await theDead()).toMatchObject({ state: 'DISCARDED', closedBy: 'operator-1', closingReason: 'sent in error' });
    expect(await run(ledger)).toMatchObject({ applied: { [written.type]: 6 }, dead: 0 });
    broker.redeliver('contracts');
    await eventually('the repetition to be settled', async () => {
      const lags = await broker.lag('contracts', [written.topic]);
      return lags.every(({ committed, end }) => (committed ?? 0n) === end);
    });
    expect((await notes.readings()).get(bad)).toEqual([2, 3]);
  });

  it('close a dead event once', async () => {
    const { id } = await theDead();
    await run((tx) => discardDead(tx, id, 'operator-1', 'sent in error'));
    await expect(run((tx) => replayDead(tx, id, 'operator-2'))).rejects.toMatchObject({
      refusals: [{ kind: 'conflict', code: 'event.dead-already-closed' }],
    });
    await expect(run((tx) => replayDead(tx, unknown, 'operator-2'))).rejects.toMatchObject({ refusals: [{ kind: 'not-found' }] });
  });
});
