import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { updateStatement, createDataSource, TypeormTransactions, type Tx } from '@yigongti/database';
import { taskCompleted } from '@yigongti/events';
import { eventually } from '@yigongti/testing';
import { defineNoteEvent, NoteService, noteIds, noteRow, upTo } from '../../test/notes.ts';
import { bucketOf } from './bucket.ts';
import { appendEvents, bucketsWrittenIn, repeatState, saveManyWithEvents, saveWithEvents } from './outbox.ts';
import { StaleVersion } from './stale-version.ts';

jest.setTimeout(30_000);

const written = defineNoteEvent();
const [first = '', second = '', third = ''] = noteIds(3);

describe('the outbox', () => {
  let notes: NoteService;
  beforeAll(async () => {
    notes = await NoteService.start();
  });
  afterAll(() => notes.close());
  beforeEach(() => notes.query('truncate note, outbox'));

  const rows = () => notes.query<{ aggregate_id: string; aggregate_version: number }>('select * from outbox order by position');
  const change = (noteId: string, version: number) =>
    updateStatement(noteRow, { noteId, text: 'changed', version: version + 1 }, version);

  it('holds the event of a change, ready for the wire', async () => {
    await notes.write(written, first, '一');
    const [row] = await notes.query<Record<string, unknown>>('select * from outbox');
    expect(row).toMatchObject({
      bucket: bucketOf(first),
      event_type: written.type,
      aggregate_id: first,
      aggregate_version: 1,
      topic: written.topic,
    });
    expect(JSON.parse(row!.headers as string)).toMatchObject({
      ce_type: written.type,
      ce_source: '/changle/contracts',
      ce_subject: first,
      ce_aggversion: '1',
      ce_correlationid: first,
    });
    expect(JSON.parse(row!.payload as string)).toMatchObject({ noteId: first, text: '一' });
  });

  it('holds nothing when the change was decided on an older version', async () => {
    await notes.write(written, first);
    await notes.query('truncate outbox');
    const late = notes.transactions.run((tx) =>
      saveWithEvents(tx, change(first, 7), [notes.event(written, { noteId: first, text: 'late', version: 8 })]),
    );
    await expect(late).rejects.toBeInstanceOf(StaleVersion);
    await expect(late).rejects.toMatchObject({ refusals: [{ kind: 'stale', code: 'request.stale-version' }] });
    expect(await rows()).toEqual([]);
  });

  it('holds nothing of a refused change either when its transaction goes on', async () => {
    await notes.write(written, first);
    await notes.query('truncate outbox');
    await notes.transactions.run(async (tx) => {
      const event = notes.event(written, { noteId: first, text: 'late', version: 8 });
      await saveWithEvents(tx, change(first, 7), [event]).catch(() => undefined);
    });
    expect(await rows()).toEqual([]);
  });

  it('is empty after a rollback', async () => {
    const failing = notes.transactions.run(async (tx) => {
      await notes.writeIn(tx, written, first);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect([await notes.count('outbox'), await notes.count('note')]).toEqual([0, 0]);
  });

  it('keeps several events of one change in order', async () => {
    await notes.write(written, first);
    const events = [2, 3, 4].map((version) => notes.event(written, { noteId: first, text: 'x', version }));
    await notes.transactions.run((tx) => saveWithEvents(tx, change(first, 1), events));
    expect((await rows()).map((row) => row.aggregate_version)).toEqual([1, 2, 3, 4]);
  });

  it('takes a set of changes with their events, or none of it', async () => {
    const ids = [first, second, third];
    const insert = {
      text: 'insert into note select id, $2, 1 from unnest($1::uuid[]) id on conflict do nothing',
      parameters: [ids, 'many'],
    };
    const events = () => ids.map((noteId) => notes.event(written, { noteId, text: 'many', version: 1 }));
    await notes.transactions.run((tx) => saveManyWithEvents(tx, insert, events()));
    expect((await rows()).map((row) => row.aggregate_id)).toEqual(ids);
    await notes.query('truncate outbox');
    await notes.query('delete from note where note_id = $1', [second]);
    const again = notes.transactions.run((tx) => saveManyWithEvents(tx, insert, events()));
    await expect(again).rejects.toBeInstanceOf(StaleVersion);
    expect([await notes.count('outbox'), await notes.count('note')]).toEqual([0, 2]);
  });

  it('gives the positions of a key in the order of its versions, whoever writes in parallel', async () => {
    for (const id of [first, second, third]) await notes.write(written, id);
    const optimist = async (id: string) => {
      const [row] = await notes.query<{ version: number }>('select version from note where note_id = $1', [id]);
      const event = notes.event(written, { noteId: id, text: 'x', version: row!.version + 1 });
      const saved = notes.transactions.run((tx) => saveWithEvents(tx, change(id, row!.version), [event]));
      return saved.then(
        () => 1,
        () => 0,
      );
    };
    const writers = upTo(12).map(async (writer) => {
      let saved = 0;
      for (let turn = 0; saved < 5; turn += 1) saved += await optimist([first, second, third][(writer + turn) % 3]!);
    });
    await Promise.all(writers);
    expect(await notes.count('outbox')).toBe(12 * 5 + 3);
    for (const id of [first, second, third]) {
      const versions = (await rows()).filter((row) => row.aggregate_id === id).map((row) => row.aggregate_version);
      expect(versions).toEqual(upTo(versions.length));
    }
  });

  it('orders events that come without a row by locking their keys', async () => {
    const append = (tx: Tx, version: number) => appendEvents(tx, [notes.event(written, { noteId: first, text: 'x', version })]);
    let commit: () => void = () => undefined;
    const open = new Promise<void>((resolve) => (commit = resolve));
    const one = notes.transactions.run(async (tx) => {
      await append(tx, 1);
      await open;
    });
    await eventually('the first to hold the key', () => notes.hasLocks('advisory', true));
    const two = notes.transactions.run((tx) => append(tx, 2));
    await eventually('the second to wait for it', () => notes.hasLocks('advisory', false));
    commit();
    await Promise.all([one, two]);
    expect((await rows()).map((row) => row.aggregate_version)).toEqual([1, 2]);
  });

  it('repeats a state unless the same version still waits', async () => {
    await notes.write(written, first);
    const repeat = () =>
      notes.transactions.run((tx) => repeatState(tx, [notes.event(written, { noteId: first, text: 'text', version: 1 })]));
    expect(await repeat()).toBe(0);
    await notes.query('truncate outbox');
    expect(await repeat()).toBe(1);
  });

  it('tells which buckets a transaction wrote into', async () => {
    let used: Tx | undefined;
    await notes.transactions.run(async (tx) => {
      used = tx;
      expect(bucketsWrittenIn(tx)).toBeUndefined();
      await notes.writeIn(tx, written, first);
    });
    expect([...bucketsWrittenIn(used!)!]).toEqual([bucketOf(first)]);
  });

  it.each([
    ["another service's event", 'messaging.foreign-event', () => foreign()],
    ['an event that no broker takes', 'messaging.event-too-large', () => notes.event(written, huge())],
  ])('refuses %s', async (_, code, make) => {
    await expect(notes.transactions.run((tx) => appendEvents(tx, [make()]))).rejects.toMatchObject({ code });
  });

  it('refuses to write before the service has said who it is', async () => {
    const stranger = await createDataSource({ url: notes.database.url, schema: 'contracts' }).initialize();
    const event = notes.event(written, { noteId: first, text: 'x', version: 1 });
    const writing = new TypeormTransactions(stranger).run((tx) => appendEvents(tx, [event]));
    await expect(writing).rejects.toMatchObject({ code: 'messaging.not-configured' });
    await stranger.destroy();
  });

  const huge = () => ({ noteId: first, text: 'x'.repeat(900_000), version: 1 });
  const foreign = () =>
    taskCompleted.create(taskCompleted.examples[0]!, {
      eventId: notes.ids.next(),
      aggregateVersion: 1,
      correlationId: first,
      causationId: null,
      traceparent: null,
    });
});
