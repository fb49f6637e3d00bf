import { setTimeout as delay } from 'node:timers/promises';
import type { Tx } from '@yigongti/database';
import { pause } from '../broker/backoff.ts';
import { silentLog } from '../log.ts';
import { bucketsWrittenIn } from '../outbox/outbox.ts';
import { Lane } from './lane.ts';
import { Leases } from './leases.ts';
import { Outages } from './outages.ts';
import { RelayConnection } from './relay-connection.ts';
import { relayTuning, type RelayOptions, type RelayTuning } from './relay-options.ts';
import { repeatDueStates } from './state-rechecks.ts';

/**
 * The statistics of a queue table are always wrong, and every read and delete here is by index. A delete that a crash undoes is
 * sent again, and the inbox drops it: the lane need not wait for the disk. The lease, on its own connection, does.
 */
const laneSettings = {
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  synchronous_commit: 'off',
};

/** Moves events from the outbox to the broker: at least once, in order per key, by whichever relay holds the key's bucket. */
export class Relay {
  readonly #tuning: RelayTuning;
  readonly #stopping = new AbortController();
  readonly #outages: Outages;
  readonly #leaseConnection: RelayConnection;
  readonly #leases: Leases;
  readonly #lanes: readonly Lane[];
  #loops: Promise<unknown> | undefined;

  constructor(private readonly options: RelayOptions) {
    const { url, schema, owner, log = silentLog, metrics, broker } = options;
    this.#tuning = { ...relayTuning, ...options.tuning };
    this.#outages = new Outages(log);
    const stateTopics = (options.stateSources ?? []).map(({ definition }) => definition.topic);
    const terms = { owner, stateTopics, tuning: this.#tuning, log, metrics, outages: this.#outages };
    const connect = (name: string, settings = {}) =>
      new RelayConnection({ url, schema, name: `yigongti ${schema} relay ${name}`, settings });
    this.#leaseConnection = connect('leases');
    this.#leases = new Leases(this.#leaseConnection, terms);
    this.#lanes = Array.from(
      { length: this.#tuning.lanes },
      (_, lane) => new Lane(lane, connect(`lane ${lane}`, laneSettings), this.#leases, broker, terms),
    );
  }

  /** Begins to work in the background. Servers that are away are waited for. */
  start(): void {
    const { signal } = this.#stopping;
    this.#loops ??= Promise.all([this.#keepLeases(), this.#recheckStates(), ...this.#lanes.map((lane) => lane.run(signal))]);
  }

  /** For `TypeormTransactions.afterCommit`: publishes at once what a transaction wrote. */
  readonly wakeAfterCommit = (tx: Tx): void => {
    const buckets = bucketsWrittenIn(tx);
    if (!buckets) return;
    for (const lane of new Set([...buckets].map((bucket) => bucket % this.#tuning.lanes))) this.#lanes[lane]!.wake();
  };

  /** Lets the lanes finish what they are sending, then gives the leases back for others to take at once. */
  async stop(deadlineMs: number): Promise<void> {
    this.#stopping.abort();
    const given = new AbortController();
    const ended = (async () => {
      await this.#loops;
      await this.#leases.release();
    })().catch(() => undefined);
    await Promise.race([ended, delay(deadlineMs, undefined, { signal: given.signal }).catch(() => undefined)]);
    given.abort();
    await this.#leaseConnection.close();
  }

  async #keepLeases(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.#leases.renew(() => this.#settled());
        this.#outages.over('leases');
        for (const lane of this.#lanes) lane.wake();
        await this.#leases.measure();
      } catch (error) {
        this.#outages.began('leases', error);
      }
      await pause(this.#tuning.leaseTtlMs / 4, signal);
    }
  }

  /** Resolves when every lane has begun a pass after this call. */
  async #settled(): Promise<void> {
    const before = this.#lanes.map((lane) => lane.passes);
    for (const lane of this.#lanes) lane.wake();
    while (this.#lanes.some((lane, index) => lane.passes === before[index])) {
      await delay(10);
      if (this.#stopping.signal.aborted) throw new Error('the relay stops');
    }
  }

  async #recheckStates(): Promise<void> {
    const { stateSources = [], transactions } = this.options;
    const { signal } = this.#stopping;
    while (stateSources.length > 0 && !signal.aborted) {
      try {
        while (!signal.aborted && (await transactions.run((tx) => repeatDueStates(tx, stateSources))) > 0);
        this.#outages.over('owner of the state');
      } catch (error) {
        this.#outages.began('owner of the state', error);
      }
      await pause(this.#tuning.recheckEveryMs, signal);
    }
  }
}
