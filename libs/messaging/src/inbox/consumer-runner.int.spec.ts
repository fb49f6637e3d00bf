import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@yigongti/testing';
import { defineNoteEvent, noteIds, NoteService, readNote, upTo, type Note, type NoteEvent } from '../../test/notes.ts';
import { InMemoryBroker, reader, recordOf, type Sent } from '../../test/readers.ts';
import { murmur2 } from '../outbox/bucket.ts';
import { causeOf, type Cause } from '../outbox/cause.ts';
import type { ConsumerRunner } from './consumer-runner.ts';
import { consume, consumeSet, NotYet, Poison, type Subscription } from './subscription.ts';

jest.setTimeout(30_000);

const ids = noteIds(20);
const [good = '', bad = '', other = ''] = ids;

describe('a consumer', () => {
  let notes: NoteService;
  let broker: InMemoryBroker;
  let written: NoteEvent;
  let runner: ConsumerRunner | undefined;
  let counted: number;

  beforeAll(async () => {
    notes = await NoteService.start();
  });
  afterAll(() => notes.close());
  beforeEach(async () => {
    await notes.query('truncate reading, inbox, applied_version, applied_total, applied_position, parked_event, dead_event');
    broker = new InMemoryBroker();
    written = defineNoteEvent();
    counted = 0;
  });
  afterEach(async () => {
    await runner?.stop(5_000);
    await broker.close();
  });

  const send = (...sent: Sent[]) => broker.produce(sent.map((one) => recordOf(notes, written, one)));
  const start = async (subscriptions: Subscription[], tuning = {}) => {
    const metrics = {
      applied: (_: string, count: number) => void (counted += count),
      parked: () => undefined,
      dead: () => undefined,
    };
    runner = reader(notes, { subscriptions, broker, tuning, metrics });
    await runner.start();
  };
  const settled = async () => {
    const lags = await broker.lag('contracts', [written.topic]);
    return lags.every(({ committed, end }) => (committed ?? 0n) === end);
  };
  const quiet = () => eventually('all records to be settled', settled);
  const applied = async () => {
    const rows = await notes.query<{ n: number }>('select coalesce(sum(applied), 0)::int as n from applied_total');
    return rows[0]!.n;
  };

  it('applies each event once, in the order of its key, and says how far it is', async () => {
    await send(...upTo(5).flatMap((version) => ids.map((noteId) => ({ noteId, version }))));
    await start([consume(written, readNote)]);
    await quiet();
    const readings = await notes.readings();
    for (const id of ids) expect(readings.get(id)).toEqual(upTo(5));
    expect(await applied()).toBe(100);
    const positions = await notes.query<{ next: number }>('select sum(kafka_offset + 1)::int as next from applied_position');
    expect(positions[0]!.next).toBe(100);
  });

  it('changes nothing when everything is delivered again', async () => {
    await send({ noteId: good, version: 1 }, { noteId: good, version: 2 }, { noteId: other, version: 1 });
    await start([consume(written, readNote)]);
    await quiet();
    broker.redeliver('contracts');
    await quiet();
    expect(await notes.count('reading')).toBe(3);
    expect(await applied()).toBe(3);
  });

  it('drops a repeated record inside one chunk', async () => {
    const eventId = notes.ids.next();
    await send({ noteId: good, version: 1, eventId }, { noteId: good, version: 2 }, { noteId: good, version: 1, eventId });
    await start([consume(written, readNote)]);
    await quiet();
    expect((await notes.readings()).get(good)).toEqual([1, 2]);
    expect(await applied()).toBe(2);
  });

  it('ignores a version not above the last one applied, and counts it as taken', async () => {
    await send({ noteId: good, version: 3 }, { noteId: good, version: 2 });
    await start([consume(written, readNote)]);
    await quiet();
    await send({ noteId: good, version: 3 }, { noteId: good, version: 5 });
    await quiet();
    expect((await notes.readings()).get(good)).toEqual([3, 5]);
    expect([await applied(), counted]).toEqual([4, 4]);
  });

  it('skips types that nobody asked for', async () => {
    const unasked = defineNoteEvent('shredded', 'facts', written.name.split('.')[1]);
    await broker.produce([recordOf(notes, unasked, { noteId: good, version: 1 })]);
    await send({ noteId: good, version: 2 });
    await start([consume(written, readNote)]);
    await quiet();
    expect((await notes.readings()).get(good)).toEqual([2]);
    expect(await applied()).toBe(1);
  });

  it('hands sets over, a run of one type at a time', async () => {
    const sets: string[][] = [];
    await send(...upTo(3).flatMap((version) => [good, bad].map((noteId) => ({ noteId, version }))));
    await start([
      consumeSet(written, async (tx, events) => {
        sets.push(events.map((event) => `${event.aggregateId} ${event.aggregateVersion}`));
        for (const event of events) await readNote(tx, event);
      }),
    ]);
    await quiet();
    expect(sets.flat().sort()).toEqual([good, bad].flatMap((id) => upTo(3).map((version) => `${id} ${version}`)).sort());
    expect(sets.length).toBeLessThanOrEqual(2);
  });

  it('parks a key whose handler fails, lets the others flow, and takes it up again in order', async () => {
    let broken = true;
    await send(...upTo(4).flatMap((version) => ids.map((noteId) => ({ noteId, version }))));
    await start([consume(written, (tx, event) => (broken && event.aggregateId === bad ? failing() : readNote(tx, event)))], {
      attemptsMax: 1_000,
    });
    await quiet();
    const readings = await notes.readings();
    expect(readings.get(bad)).toBeUndefined();
    for (const id of ids.filter((one) => one !== bad)) expect(readings.get(id)).toEqual(upTo(4));
    expect(await notes.count('parked_event')).toBe(4);
    await send({ noteId: bad, version: 5 }, { noteId: good, version: 5 });
    await quiet();
    expect(await notes.count('parked_event')).toBe(5);
    broken = false;
    await eventually('the parked key to be read', async () => (await notes.count('parked_event')) === 0);
    expect((await notes.readings()).get(bad)).toEqual(upTo(5));
    expect(await applied()).toBe(20 * 4 + 2);
  });

  it('stores of a failure only what kind it was', async () => {
    await send({ noteId: bad, version: 1, text: '某某的电话' });
    await start([consume(written, (_, event: { data: Note }) => Promise.reject(new TypeError(event.data.text)))]);
    await eventually('the key to be parked', async () => (await notes.count('parked_event')) === 1);
    expect(await notes.query('select error_class, waiting from parked_event')).toEqual([
      { error_class: 'TypeError', waiting: false },
    ]);
  });

  it('sends poison straight to the dead, keeps its key blocked, and lets the others flow', async () => {
    const poison = recordOf(notes, written, { noteId: bad, version: 1 });
    await broker.produce([{ ...poison, value: '{"noteId":1}' }]);
    await send({ noteId: bad, version: 2 }, { noteId: good, version: 1 });
    await start([consume(written, readNote)]);
    await quiet();
    expect([...(await notes.readings()).keys()]).toEqual([good]);
    const dead = await notes.query<{ reason: string; error_class: string }>('select reason, error_class, key from dead_event');
    expect(dead).toMatchObject([{ reason: 'POISON', key: bad }]);
    expect(dead[0]!.error_class).toContain('/noteId is missing or not of type string');
    expect(await notes.count('parked_event')).toBe(1);
    broker.redeliver('contracts');
    await quiet();
    expect([await notes.count('dead_event'), await notes.count('parked_event'), await applied()]).toEqual([1, 1, 1]);
  });

  it.each([
    ['no JSON', () => ({ value: 'not json' })],
    ['a key that is not its subject', () => ({ key: other })],
    ['no envelope', () => ({ headers: { ce_type: written.type } })],
  ])('buries a record with %s', async (_, fault) => {
    await broker.produce([{ ...recordOf(notes, written, { noteId: bad, version: 1 }), ...fault() }]);
    await start([consume(written, readNote)]);
    await quiet();
    expect(await notes.query('select reason from dead_event')).toEqual([{ reason: 'POISON' }]);
  });

  it('buries at once what a handler calls poison, and after the last try what keeps failing', async () => {
    await send({ noteId: bad, version: 1 }, { noteId: other, version: 1 }, { noteId: good, version: 1 });
    await start(
      [
        consume(written, (tx, event) => {
          if (event.aggregateId === bad) return Promise.reject(new Poison('note.unreadable'));
          return event.aggregateId === other ? failing() : readNote(tx, event);
        }),
      ],
      { attemptsMax: 5 },
    );
    await eventually('two dead events', async () => (await notes.count('dead_event')) === 2);
    expect(await notes.query('select key, reason, error_class, attempts from dead_event order by attempts')).toEqual([
      { key: bad, reason: 'POISON', error_class: 'Poison: note.unreadable', attempts: 1 },
      { key: other, reason: 'ATTEMPTS', error_class: 'Error', attempts: 5 },
    ]);
    expect(await notes.count('parked_event')).toBe(0);
    expect((await notes.readings()).get(good)).toEqual([1]);
  });

  it('lets an event wait for another one, without counting that as failures', async () => {
    let arrived = false;
    await send({ noteId: bad, version: 1 }, { noteId: bad, version: 2 });
    await start(
      [
        consume(written, (tx, event) => {
          if (event.aggregateId === bad && !arrived) return Promise.reject(new NotYet('note.unknown'));
          arrived = true;
          return readNote(tx, event);
        }),
      ],
      { attemptsMax: 3 },
    );
    await eventually('several tries', async () => {
      const [head] = await notes.query<{ attempts: number; waiting: boolean }>(
        'select * from parked_event order by kafka_offset',
      );
      return head?.waiting === true && head.attempts > 4;
    });
    expect(await notes.count('dead_event')).toBe(0);
    await send({ noteId: good, version: 1 });
    await eventually('the one that waited', async () => ((await notes.readings()).get(bad) ?? []).length === 2);
    expect((await notes.readings()).get(bad)).toEqual([1, 2]);
    expect(await applied()).toBe(3);
  });

  it('looks at what waits as soon as something else was applied, however long its pause', async () => {
    let arrived = false;
    const patient = { waitingFirstMs: 3_600_000, waitingLongestMs: 3_600_000 };
    await send({ noteId: bad, version: 1 });
    await start(
      [
        consume(written, (tx, event) => {
          if (event.aggregateId === bad && !arrived) return Promise.reject(new NotYet('note.unknown'));
          return readNote(tx, event);
        }),
      ],
      patient,
    );
    await eventually('the event to wait', async () => (await notes.count('parked_event where waiting')) === 1);
    arrived = true;
    await send({ noteId: good, version: 1 });
    await eventually('the one that waited', async () => (await notes.readings()).has(bad));
  });

  it('gives up what waited too long', async () => {
    await send({ noteId: bad, version: 1 });
    await start([consume(written, () => Promise.reject(new NotYet('note.unknown')))], { waitingAttemptsMax: 3 });
    await eventually('a dead event', async () => (await notes.count('dead_event')) === 1);
    expect(await notes.query('select reason from dead_event')).toEqual([{ reason: 'WAITED_TOO_LONG' }]);
  });

  it('waits for a database that is away, and parks nothing for that', async () => {
    const partitionOf = (id: string) => (murmur2(Buffer.from(id)) & 0x7fffffff) % 12;
    // One chunk: the first key has it redone event by event, the second meets the outage there.
    const mate = noteIds(100, 903).find((id) => partitionOf(id) === partitionOf(bad))!;
    let killed = 0;
    await send({ noteId: bad, version: 1 }, { noteId: mate, version: 1 }, { noteId: good, version: 1 });
    await start(
      [
        consume(written, async (tx, event) => {
          if (event.aggregateId === bad) await failing();
          killed += 1;
          if (killed < 10) await tx.query('select pg_terminate_backend(pg_backend_pid())');
          await readNote(tx, event);
        }),
      ],
      { attemptsMax: 1_000 },
    );
    await quiet();
    expect([...(await notes.readings()).keys()].sort()).toEqual([good, mate].sort());
    expect(await notes.query('select key from parked_event')).toEqual([{ key: bad }]);
    expect(await notes.count('dead_event')).toBe(0);
  });

  it('chains effects: what a handler makes names the event that caused it', async () => {
    const causes: Cause[] = [];
    const eventId = notes.ids.next();
    await send({ noteId: good, version: 1, eventId });
    const at = '2026-06-01T09:00:00.000+08:00';
    await start([consume(written, (_, event) => Promise.resolve(void causes.push(causeOf(event, at))))]);
    await quiet();
    expect(causes).toEqual([{ causationId: eventId, correlationId: good, traceparent: null, recordedAt: at }]);
  });
});

function failing(): Promise<never> {
  return Promise.reject(new Error('the handler of this key fails'));
}
