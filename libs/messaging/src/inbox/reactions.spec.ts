import { describe, expect, it } from '@jest/globals';
import type { Tx } from '@yigongti/database';
import type { IncomingEvent } from '@yigongti/events';
import { defineNoteEvent, type Note } from '../../test/notes.ts';
import { sortOut } from './inbox.ts';
import { Reactions } from './reactions.ts';
import { consume, consumeSet, lastOfEach } from './subscription.ts';

const written = defineNoteEvent();
const revised = defineNoteEvent('revised', 'facts', written.name.split('.')[1]);
const tx = {} as Tx;

function event(aggregateId: string, aggregateVersion: number, definition = written): IncomingEvent<Note> {
  return { definition, aggregateId, aggregateVersion, eventId: `${aggregateId}${aggregateVersion}` } as IncomingEvent<Note>;
}

describe('reactions', () => {
  it('come in key order, and within a key in the order of its events', async () => {
    const seen: string[] = [];
    const note = (_: Tx, { aggregateId, aggregateVersion }: IncomingEvent) => {
      seen.push(`${aggregateId}${aggregateVersion}`);
      return Promise.resolve();
    };
    const reactions = new Reactions([consume(written, note), consume(revised, note)], () => unexpected());
    await reactions.apply(tx, [event('b', 1), event('a', 1), event('b', 2, revised), event('a', 2, revised), event('a', 3)]);
    expect(seen).toEqual(['a1', 'a2', 'a3', 'b1', 'b2']);
  });

  it('get sets of one type', async () => {
    const sets: string[] = [];
    const note = (name: string) => (_: Tx, events: readonly IncomingEvent[]) => {
      sets.push(`${name} ${events.map(({ eventId }) => eventId).join(' ')}`);
      return Promise.resolve();
    };
    const reactions = new Reactions([consumeSet(written, note('written')), consumeSet(revised, note('revised'))], () =>
      unexpected(),
    );
    await reactions.apply(tx, [event('a', 1), event('a', 2, revised), event('b', 1), event('c', 1)]);
    expect(sets).toEqual(['written a1', 'revised a2', 'written b1 c1']);
  });

  it('are asked of the container for classes, and several may share a type', async () => {
    const seen: string[] = [];
    class First {
      on() {
        seen.push('first');
        return Promise.resolve();
      }
    }
    class Second {
      onSet() {
        seen.push('second');
        return Promise.resolve();
      }
    }
    const made = new Map<unknown, unknown>([
      [First, new First()],
      [Second, new Second()],
    ]);
    const reactions = new Reactions([consume(written, First), consumeSet(written, Second)], (token) => made.get(token) as never);
    await reactions.apply(tx, [event('a', 1)]);
    expect(seen).toEqual(['first', 'second']);
    expect(reactions.topics).toEqual([written.topic]);
  });
});

describe('what the inbox took', () => {
  const row = (taken: boolean, version = 0, blocked = false) => ({ taken, version, blocked });

  it('is fresh, stale or blocked, and a repetition is none of them', () => {
    const events = [event('a', 1), event('a', 3), event('a', 2), event('b', 4), event('c', 1), event('d', 1)];
    const rows = [row(true), row(true), row(true), row(true, 4), row(false, 0, true), row(false)];
    const { fresh, stale, blocked } = sortOut(events, rows);
    expect([fresh, stale, blocked].map((list) => list.map(({ eventId }) => eventId))).toEqual([
      ['a1', 'a3'],
      ['a2', 'b4'],
      ['c1'],
    ]);
  });

  it('is taken once where a chunk holds it twice', () => {
    const twice = [event('a', 1), event('a', 1)];
    expect(sortOut(twice, [row(true), row(true)])).toMatchObject({ fresh: [{ eventId: 'a1' }], stale: [], blocked: [] });
  });

  it('gives a projection of states the last of each', () => {
    expect(lastOfEach([event('a', 1), event('b', 1), event('a', 2)]).map(({ eventId }) => eventId)).toEqual(['a2', 'b1']);
  });
});

function unexpected(): never {
  throw new Error('a function needs no container');
}
