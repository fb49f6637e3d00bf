import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { eventually, testBrokers, uniqueName } from '@yigongti/testing';
import { firstAppearances, readAll } from '../../test/between.ts';
import { Child } from '../../test/child.ts';
import { defineNoteEvent, noteIds, NoteService, readNote, topicOf, upTo, type NoteEvent } from '../../test/notes.ts';
import { reader } from '../../test/readers.ts';
import { KafkajsBroker } from '../broker/kafkajs/kafkajs-broker.ts';
import { consume } from '../inbox/subscription.ts';
import { Relay } from './relay.ts';

jest.setTimeout(60_000);

const ids = noteIds(30);
const ttlMs = 1_000;

describe('relays that are killed or stopped', () => {
  let notes: NoteService;
  let broker: KafkajsBroker;
  let written: NoteEvent;
  let relay: Relay;
  const children: Child[] = [];

  beforeAll(async () => {
    notes = await NoteService.start();
    broker = new KafkajsBroker({ brokers: testBrokers(), clientId: 'relay-spec' });
  });
  afterAll(async () => {
    await broker.close(10_000);
    await notes.close();
  });
  beforeEach(async () => {
    await notes.query(`truncate note, reading, outbox, published_total, inbox, applied_version, applied_total, relay_member`);
    await notes.query(`update relay_lease set owner = null, expires_at = '-infinity'`);
    written = defineNoteEvent();
    await broker.ensureTopics([topicOf(written)]);
    relay = new Relay({
      ...{ url: notes.database.url, schema: 'contracts', owner: uniqueName('relay'), broker, transactions: notes.transactions },
      tuning: { leaseTtlMs: ttlMs, leaseMarginMs: 200 },
    });
  });
  afterEach(async () => {
    await relay.stop(5_000);
    await Promise.all(children.splice(0).map((child) => child.kill()));
  });

  const startChild = async (environment: Record<string, string>) => {
    const child = new Child('relay-process', {
      ...{ DATABASE: notes.database.url, BROKERS: testBrokers().join(), TTL_MS: String(ttlMs) },
      ...environment,
    });
    children.push(child);
    await eventually('the child to start', () => child.lines.includes('started'), { within: 30_000 });
    return child;
  };
  const writeRound = () => Promise.all(ids.map((id) => notes.write(written, id)));
  const published = async () => {
    const [row] = await notes.query<{ n: number }>('select coalesce(sum(published), 0)::int as n from published_total');
    return row!.n;
  };

  /** Nothing lost, nothing twice, order kept, totals equal: on the topic and at a consumer. */
  const expectWhole = async (rounds: number) => {
    await eventually('the outbox to be empty', async () => (await notes.count('outbox')) === 0);
    const records = await readAll(broker, written.topic, uniqueName('audit'));
    const appearances = firstAppearances(records);
    for (const id of ids) expect(appearances.get(id)).toEqual(upTo(rounds));
    const service = uniqueName('reader');
    const runner = reader(notes, { service, subscriptions: [consume(written, readNote)], broker });
    await runner.start();
    const total = rounds * ids.length;
    await eventually('all to be read', async () => (await notes.count('reading')) === total);
    await runner.stop(5_000);
    const readings = await notes.readings();
    for (const id of ids) expect(readings.get(id)).toEqual(upTo(rounds));
    const [applied] = await notes.query<{ n: number }>('select sum(applied)::int as n from applied_total where consumer = $1', [
      service,
    ]);
    expect([await published(), applied!.n]).toEqual([total, total]);
    return { duplicates: records.length - total };
  };

  it('lose nothing when one is killed between publishing and deleting', async () => {
    await writeRound();
    const child = await startChild({ MODE: 'hang' });
    await eventually('the child to publish', () => child.lines.includes('published'));
    await child.kill();
    expect(await published()).toBe(0);
    await writeRound();
    relay.start();
    const { duplicates } = await expectWhole(2);
    expect(duplicates).toBeGreaterThan(0);
  });

  it('keep the order of keys when one is stopped past its lease and comes back', async () => {
    const child = await startChild({ MODE: 'plain' });
    relay.start();
    for (const round of upTo(12)) {
      await writeRound();
      if (round === 3 || round === 8) child.signal('SIGSTOP');
      if (round === 3 || round === 8) {
        await eventually('the other one to take all', async () => {
          const owners = await notes.query('select distinct owner from relay_lease where expires_at > now()');
          return owners.length === 1;
        });
      }
      if (round === 5 || round === 10) child.signal('SIGCONT');
    }
    await expectWhole(12);
  });

  it('only repeat themselves when one slept between its last look at the lease and the broker', async () => {
    await writeRound();
    const child = await startChild({ MODE: 'sleep', SLEEP_MS: '3000' });
    await eventually('the child to sleep', () => child.lines.includes('asleep'));
    relay.start();
    await eventually('the other one to publish', async () => (await published()) === ids.length);
    await writeRound();
    await eventually('the next round', async () => (await published()) === 2 * ids.length);
    await eventually('the child to wake and publish', () => child.lines.includes('published'));
    const { duplicates } = await expectWhole(2);
    expect(duplicates).toBeGreaterThan(0);
  });
});
