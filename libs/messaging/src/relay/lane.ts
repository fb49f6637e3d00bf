import { Backoff, pause } from '../broker/backoff.ts';
import { BrokerError, type Broker } from '../broker/broker.ts';
import type { Held, Leases, LeaseTerms } from './leases.ts';
import { cutToBytes, deleteOutbox, readOutbox, toRecord, type OutboxRow } from './outbox-rows.ts';
import type { Outages } from './outages.ts';
import type { RelayConnection } from './relay-connection.ts';

/**
 * Publishes the events of its buckets, strictly one after the other: read, send, delete, again. Overlap comes from the other lanes,
 * so the order of a key follows from there being one reader of its bucket.
 */
export class Lane {
  #perBucket: number;
  #turn = 0;
  #passes = 0;
  #woken = false;
  #wake: () => void = () => undefined;

  constructor(
    private readonly number: number,
    private readonly connection: RelayConnection,
    private readonly leases: Leases,
    private readonly broker: Broker,
    private readonly terms: LeaseTerms & { readonly outages: Outages },
  ) {
    this.#perBucket = terms.tuning.batchRows;
  }

  /** Passes begun so far; when it has grown, nothing of an earlier pass is on the way. */
  get passes(): number {
    return this.#passes;
  }

  wake(): void {
    this.#woken = true;
    this.#wake();
  }

  async run(stopping: AbortSignal): Promise<void> {
    const { pollBusyMs, pollIdleMs, gatherMs, batchRows } = this.terms.tuning;
    const failing = new Backoff(100, 5_000);
    let idleMs = pollBusyMs;
    while (!stopping.aborted) {
      this.#passes += 1;
      this.#woken = false;
      try {
        const published = await this.#pass(stopping);
        this.terms.outages.over('outbox');
        failing.reset();
        idleMs = published > 0 ? pollBusyMs : Math.min(pollIdleMs, idleMs * 2);
        if (published === 0) await this.#rest(idleMs, stopping);
        else if (published < batchRows) await pause(gatherMs, stopping);
      } catch (error) {
        this.terms.outages.began('outbox', error);
        await failing.wait(stopping);
      }
    }
    await this.connection.close();
  }

  /** Number of rows published. */
  async #pass(stopping: AbortSignal): Promise<number> {
    const { tuning, owner, metrics } = this.terms;
    const held = this.leases.ofLane(this.number);
    if (held.size === 0) return 0;
    const limits = { perBucket: this.#perBucket, rows: tuning.batchRows };
    const read = await readOutbox(this.connection, this.#turned([...held.keys()]), limits);
    this.#adaptTo(read);
    const rows = cutToBytes(read, tuning.batchBytes);
    const used = new Map(rows.map(({ bucket }) => [bucket, held.get(bucket)!]));
    if (rows.length === 0 || !(await this.#publish(rows, used, stopping))) return 0;
    const deleted = await deleteOutbox(this.connection, rows, { owner, held: used, lane: this.number });
    if (deleted < rows.length) this.leases.drop(used);
    else for (const [type, count] of countByType(rows)) metrics?.published(type, count);
    return deleted;
  }

  /** True when everything was acknowledged; false when the lease went or the relay stops, and then everything in memory is dropped. */
  async #publish(rows: readonly OutboxRow[], held: Held, stopping: AbortSignal): Promise<boolean> {
    const records = rows.map(toRecord);
    const mayWrite = () => this.leases.holds(held);
    const backoff = new Backoff(100, 5_000);
    while (!stopping.aborted && mayWrite()) {
      try {
        await this.broker.produce(records, mayWrite);
        this.terms.outages.over('broker');
        return true;
      } catch (error) {
        this.terms.outages.began('broker', error);
        if (!(error instanceof BrokerError)) throw error;
        // What failed may still arrive, after what follows it: on a compacted topic that would be the last word.
        await this.#doubt(rows);
        await backoff.wait(stopping);
      }
    }
    return false;
  }

  async #doubt(rows: readonly OutboxRow[]): Promise<void> {
    const states = rows.filter(({ topic }) => this.terms.stateTopics.includes(topic));
    if (states.length > 0) {
      await this.leases.doubt(states.map(({ topic, aggregate_id: aggregateId }) => ({ topic, aggregateId })));
    }
  }

  /** Another bucket is first each time: a full one at the front must not starve the rest. */
  #turned(buckets: readonly number[]): number[] {
    this.#turn = (this.#turn + 1) % buckets.length;
    return [...buckets.slice(this.#turn), ...buckets.slice(0, this.#turn)];
  }

  /** Few hot buckets may fill a batch; many share it. */
  #adaptTo(rows: readonly OutboxRow[]): void {
    const buckets = new Set(rows.map(({ bucket }) => bucket)).size;
    this.#perBucket = Math.ceil(this.terms.tuning.batchRows / Math.max(1, buckets));
  }

  #rest(milliseconds: number, stopping: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, this.#woken ? 0 : milliseconds);
      stopping.addEventListener('abort', done, { once: true });
      this.#wake = done;
      function done() {
        clearTimeout(timer);
        stopping.removeEventListener('abort', done);
        resolve();
      }
    });
  }
}

function countByType(rows: readonly OutboxRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { event_type: type } of rows) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}
