import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@yigongti/testing';
import { Between, firstAppearances } from '../../test/between.ts';
import { defineNoteEvent, noteIds, NoteService, upTo, type NoteEvent } from '../../test/notes.ts';
import { RecordingLog } from '../../test/recording-log.ts';
import type { Broker } from '../broker/broker.ts';
import { InMemoryBroker } from '../broker/in-memory-broker.ts';
import { bucketOf } from '../outbox/bucket.ts';
import type { RelayMetrics } from './relay-options.ts';
import { Relay } from './relay.ts';

jest.setTimeout(30_000);

const ids = noteIds(40);

class RecordingMetrics implements RelayMetrics {
  publishedCount = 0;
  lost = 0;
  pending = -1;

  published(_: string, count: number): void {
    this.publishedCount += count;
  }

  backlog(pending: number): void {
    this.pending = pending;
  }

  leaseLost(buckets: number): void {
    this.lost += buckets;
  }
}

describe('a relay', () => {
  let notes: NoteService;
  let broker: InMemoryBroker;
  let written: NoteEvent;
  let metrics: RecordingMetrics;
  let log: RecordingLog;
  const relays: Relay[] = [];

  beforeAll(async () => {
    notes = await NoteService.start();
  });
  afterAll(() => notes.close());
  beforeEach(async () => {
    await notes.query('truncate note, outbox, published_total, relay_member');
    await notes.query(`update relay_lease set owner = null, expires_at = '-infinity'`);
    broker = new InMemoryBroker();
    written = defineNoteEvent();
    metrics = new RecordingMetrics();
    log = new RecordingLog();
  });
  afterEach(() => Promise.all(relays.splice(0).map((relay) => relay.stop(5_000))));

  const start = (owner: string, through: Broker = broker, tuning = {}) => {
    const options = { url: notes.database.url, schema: 'contracts', owner, broker: through, transactions: notes.transactions };
    const relay = new Relay({ ...options, log, metrics, tuning: { leaseTtlMs: 2_000, leaseMarginMs: 400, ...tuning } });
    relays.push(relay);
    relay.start();
    return relay;
  };
  const empty = () => eventually('the outbox to be empty', async () => (await notes.count('outbox')) === 0);
  const held = async (owner: string) => {
    const rows = await notes.query('select from relay_lease where owner = $1 and expires_at > now()', [owner]);
    return rows.length;
  };

  it('publishes everything in the order of each key, counts it and leaves nothing behind', async () => {
    for (const _ of upTo(3)) for (const id of ids) await notes.write(written, id);
    start('a');
    await empty();
    const appearances = firstAppearances(broker.records(written.topic));
    for (const id of ids) expect(appearances.get(id)).toEqual([1, 2, 3]);
    expect(broker.records(written.topic)).toHaveLength(120);
    expect(await notes.query('select sum(published)::int as n from published_total')).toEqual([{ n: 120 }]);
    expect(metrics.publishedCount).toBe(120);
    await eventually('the backlog to be measured', () => metrics.pending === 0);
  });

  it('sends the bytes that were decided in the transaction', async () => {
    await notes.write(written, ids[0]!, '县域医共体 "引号" \\ 😀');
    const [row] = await notes.query<{ payload: string; headers: string }>('select payload, headers from outbox');
    start('a');
    await empty();
    const [record] = broker.records(written.topic);
    expect([record!.value, record!.headers]).toEqual([row!.payload, JSON.parse(row!.headers)]);
  });

  it('publishes an event that committed late, below positions that are long gone', async () => {
    const [first = '', ...rest] = ids;
    const sameBucket = noteIds(2_000, 901)
      .filter((id) => bucketOf(id) === bucketOf(first))
      .slice(0, 5);
    start('a');
    let commit: () => void = () => undefined;
    const late = notes.transactions.run(async (tx) => {
      await notes.writeIn(tx, written, first);
      await new Promise<void>((resolve) => (commit = resolve));
    });
    for (const id of [...sameBucket, ...rest]) await notes.write(written, id);
    await eventually(
      'the others to be published',
      () => broker.records(written.topic).length === sameBucket.length + rest.length,
    );
    commit();
    await late;
    await eventually('the late one', () => broker.records(written.topic).some(({ key }) => key === first));
    await empty();
  });

  it('is woken in process by the commit, not by its polling', async () => {
    const relay = start('a', broker, { pollBusyMs: 60_000, pollIdleMs: 60_000, leaseTtlMs: 60_000 });
    notes.transactions.afterCommit(relay.wakeAfterCommit);
    await eventually('the leases', async () => (await held('a')) === 64);
    await notes.write(written, ids[0]!);
    await eventually('the event', () => broker.records(written.topic).length === 1, { within: 5_000 });
    await notes.write(written, ids[1]!);
    await eventually('the next event', () => broker.records(written.topic).length === 2, { within: 5_000 });
    await empty();
  });

  it('shares the buckets with others and gives them back when it stops', async () => {
    const first = start('a');
    await eventually('the first to hold all', async () => (await held('a')) === 64);
    start('b');
    await eventually('equal shares', async () => (await held('a')) === 32 && (await held('b')) === 32);
    expect(metrics.lost).toBe(0);
    for (const id of ids) await notes.write(written, id);
    await empty();
    expect(broker.records(written.topic)).toHaveLength(40);
    await first.stop(5_000);
    expect(await notes.query(`select from relay_lease where owner = 'a'`)).toEqual([]);
    await eventually('the second to hold all', async () => (await held('b')) === 64);
    expect(metrics.lost).toBe(0);
  });

  it('deletes nothing after it lost its lease, and drops what it had in memory', async () => {
    let release: () => void = () => undefined;
    let calls = 0;
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = new Between(broker, {
      produce: async (next, records) => {
        calls += 1;
        await next(records);
        await held;
      },
    });
    await notes.write(written, ids[0]!);
    start('a', slow);
    await eventually('the publication', () => calls === 1);
    await notes.query(
      `update relay_lease set owner = 'thief', epoch = epoch + 1, expires_at = clock_timestamp() + interval '1 hour'`,
    );
    release();
    await eventually('the loss to be noticed', () => metrics.lost > 0);
    expect(await notes.count('outbox')).toBe(1);
    expect(await notes.count('published_total')).toBe(0);
    await notes.query(`update relay_lease set expires_at = '-infinity'`);
    await empty();
    expect(broker.records(written.topic)).toHaveLength(2);
    expect(await notes.query('select sum(published)::int as n from published_total')).toEqual([{ n: 1 }]);
  });

  it('does not write any more once its lease has run out unrenewed', async () => {
    let mayWriteAtLast: boolean | undefined;
    const slow = new Between(broker, {
      produce: async (next, records, mayWrite) => {
        await eventually('the lease to run out', () => !mayWrite());
        mayWriteAtLast = mayWrite();
        await next(records, mayWrite);
      },
    });
    await notes.write(written, ids[0]!);
    start('a', slow);
    await eventually('the leases', async () => (await held('a')) === 64);
    await notes.transactions.run(async (tx) => {
      // Renewals hang, as on a database that has stopped answering.
      await tx.query('lock table relay_lease in access exclusive mode');
      await eventually('the write to be refused', () => mayWriteAtLast === false);
    });
    expect(broker.records(written.topic)).toEqual([]);
  });

  it('waits out a broker that is away, and says so once', async () => {
    broker.setAway(true);
    for (const id of ids) await notes.write(written, id);
    start('a');
    await eventually('the outage to be noticed', () => log.lines.includes('warn the relay waits'));
    await notes.write(written, ids[0]!);
    broker.setAway(false);
    await empty();
    expect(log.lines.filter((line) => line === 'warn the relay waits')).toHaveLength(1);
    expect(log.lines.filter((line) => line === 'info the relay goes on')).toHaveLength(1);
    const appearances = firstAppearances(broker.records(written.topic));
    expect(appearances.get(ids[0]!)).toEqual([1, 2]);
  });

  it('comes back after the database ended its sessions', async () => {
    start('a');
    await eventually('the leases', async () => (await held('a')) === 64);
    for (const _ of upTo(3)) {
      await notes.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'yigongti contracts relay%'
           and datname = current_database()`,
      );
      for (const id of ids) await notes.write(written, id);
    }
    await empty();
    const appearances = firstAppearances(broker.records(written.topic));
    for (const id of ids) expect(appearances.get(id)).toEqual([1, 2, 3]);
    expect(await notes.query('select sum(published)::int as n from published_total')).toEqual([{ n: 120 }]);
  });
});
