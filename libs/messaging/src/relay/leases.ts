import { bucketCount } from '../outbox/bucket.ts';
import type { Log } from '../log.ts';
import {
  countMembers,
  doubtBuckets,
  doubtStates,
  joinMembers,
  leaveMembers,
  measureBacklog,
  releaseLeases,
  takeLeases,
  type TakenLease,
} from './lease-statements.ts';
import type { RelayConnection } from './relay-connection.ts';
import type { RelayMetrics, RelayTuning } from './relay-options.ts';

/** Buckets with the epochs under which they are held. */
export type Held = ReadonlyMap<number, bigint>;

export interface LeaseTerms {
  readonly owner: string;
  readonly stateTopics: readonly string[];
  readonly tuning: RelayTuning;
  readonly log: Log;
  readonly metrics: RelayMetrics | undefined;
}

/** The bucket leases of one relay. Expiry is judged by the database's clock there, and by this process's monotonic clock here. */
export class Leases {
  #held = new Map<number, bigint>();
  /** Given up, but not yet given back: lanes may still be busy with them. */
  #leaving: readonly number[] = [];
  /** On `performance.now()`: until then nobody else can have got what we hold. */
  #deadline = 0;

  constructor(
    private readonly connection: RelayConnection,
    private readonly terms: LeaseTerms,
  ) {}

  /** The lane's buckets; none when the leases have run out here. */
  ofLane(lane: number): Held {
    if (performance.now() >= this.#deadline) return new Map();
    return new Map([...this.#held].filter(([bucket]) => bucket % this.terms.tuning.lanes === lane));
  }

  /** Whether all of these are held without a break since they were given out. */
  holds(buckets: Held): boolean {
    if (performance.now() >= this.#deadline) return false;
    for (const [bucket, epoch] of buckets) if (this.#held.get(bucket) !== epoch) return false;
    return true;
  }

  /** A delete found these gone: forget them until they are taken again. */
  drop(buckets: Held): void {
    const lost = [...buckets].filter(([bucket, epoch]) => this.#held.get(bucket) === epoch);
    for (const [bucket] of lost) this.#held.delete(bucket);
    this.#reportLost(lost.length);
  }

  /** Renews, takes what is free up to a fair share, and gives up what is above it once `settled` says no lane works on it. */
  async renew(settled: () => Promise<void>): Promise<void> {
    const { owner, tuning, stateTopics } = this.terms;
    const started = performance.now();
    const { taken, share } = await this.connection.transaction(async (query) => {
      await query(joinMembers, [owner, tuning.leaseTtlMs]);
      const [row] = await query<{ members: number }>(countMembers, []);
      const fair = Math.ceil(bucketCount / Math.max(1, row!.members));
      const leases = await query<TakenLease>(takeLeases, [
        owner,
        tuning.leaseTtlMs,
        Math.max(fair, this.#held.size),
        this.#leaving,
      ]);
      const lapsed = leases.filter(({ owner_before: before }) => before !== null && before !== owner).map(({ bucket }) => bucket);
      if (lapsed.length > 0 && stateTopics.length > 0) await query(doubtBuckets, [lapsed, stateTopics, tuning.lateWriteMs]);
      return { taken: leases, share: fair };
    });
    this.#accept(taken, started);
    if (this.#held.size > share && this.#leaving.length === 0) void this.#shed(this.#held.size - share, settled);
  }

  /** Notes aggregates whose record on a state topic may be overtaken by a late copy of an older one. Durable before it resolves. */
  async doubt(states: readonly { topic: string; aggregateId: string }[]): Promise<void> {
    const topics = states.map(({ topic }) => topic);
    const ids = states.map(({ aggregateId }) => aggregateId);
    await this.connection.query(doubtStates, [topics, ids, this.terms.tuning.lateWriteMs]);
  }

  async measure(): Promise<void> {
    if (!this.terms.metrics) return;
    const [row] = await this.connection.query<{ pending: number; age: number }>(measureBacklog, []);
    this.terms.metrics.backlog(row!.pending, row!.age);
  }

  /** Gives everything back; the lanes must have ended. */
  async release(): Promise<void> {
    const buckets = [...this.#held.keys()];
    this.#held.clear();
    await this.connection.query(releaseLeases, [this.terms.owner, buckets]);
    await this.connection.query(leaveMembers, [this.terms.owner]);
  }

  #accept(taken: readonly TakenLease[], started: number): void {
    const { tuning, log } = this.terms;
    const now = new Map(taken.map(({ bucket, epoch }) => [bucket, epoch]));
    const lost = [...this.#held].filter(([bucket, epoch]) => now.get(bucket) !== epoch).length;
    const gained = taken.filter(({ bucket }) => !this.#held.has(bucket)).length;
    this.#held = now;
    this.#deadline = started + tuning.leaseTtlMs - tuning.leaseMarginMs;
    this.#reportLost(lost);
    if (gained > 0) log.info('bucket leases taken', { gained, held: now.size });
  }

  async #shed(count: number, settled: () => Promise<void>): Promise<void> {
    this.#leaving = [...this.#held.keys()].slice(-count);
    for (const bucket of this.#leaving) this.#held.delete(bucket);
    try {
      await settled();
      await this.connection.query(releaseLeases, [this.terms.owner, this.#leaving]);
    } catch {
      // They lapse, or are renewed: the next renewal sees.
    } finally {
      this.#leaving = [];
    }
  }

  #reportLost(buckets: number): void {
    if (buckets === 0) return;
    this.terms.metrics?.leaseLost(buckets);
    this.terms.log.warn('bucket leases lost', { buckets });
  }
}
