import type { Transactions } from '@yigongti/database';
import type { Broker } from '../broker/broker.ts';
import type { Log } from '../log.ts';
import type { StateSource } from './state-source.ts';

/** What the relay tells a metrics library. All calls are cheap and must not throw. */
export interface RelayMetrics {
  /** Rows deleted after their acknowledgement. */
  published(eventType: string, count: number): void;
  /** `outbox_pending` and the age of its oldest row, every few seconds. */
  backlog(pending: number, oldestAgeSeconds: number): void;
  /** Buckets that somebody else took, or that lapsed under us. */
  leaseLost(buckets: number): void;
}

export interface RelayTuning {
  /** How long a lease lasts by the database's clock; it is renewed four times as often. */
  readonly leaseTtlMs: number;
  /** Time before the lease's end in which nothing is sent any more. */
  readonly leaseMarginMs: number;
  /** Strictly serial loops; a bucket belongs to lane `bucket mod lanes`. */
  readonly lanes: number;
  readonly batchRows: number;
  /** Below the broker's limit of 1 MB for all records of one partition in one request. */
  readonly batchBytes: number;
  /** Least time between two passes of a lane: what comes meanwhile goes in one batch. The first event after a rest goes at once. */
  readonly gatherMs: number;
  readonly pollBusyMs: number;
  readonly pollIdleMs: number;
  /**
   * After this time no byte of a relay that lost its lease can reach the topic any more: brokers close connections that were idle
   * for 10 minutes (`connections.max.idle.ms`), kernels give up on unacknowledged bytes after about 15 (`tcp_retries2`).
   */
  readonly lateWriteMs: number;
  readonly recheckEveryMs: number;
}

export const relayTuning: RelayTuning = {
  leaseTtlMs: 10_000,
  leaseMarginMs: 2_000,
  lanes: 4,
  batchRows: 500,
  batchBytes: 900_000,
  gatherMs: 50,
  pollBusyMs: 100,
  pollIdleMs: 1_000,
  lateWriteMs: 20 * 60_000,
  recheckEveryMs: 30_000,
};

export interface RelayOptions {
  /** URL of the service's own role; the relay has connections of its own. */
  readonly url: string;
  readonly schema: string;
  /** Unique among all relays that ever ran on this outbox: host, process and something random. */
  readonly owner: string;
  readonly broker: Broker;
  /** For saying a state again; needed where there are state sources. */
  readonly transactions: Transactions;
  readonly stateSources?: readonly StateSource[];
  readonly log?: Log;
  readonly metrics?: RelayMetrics;
  readonly tuning?: Partial<RelayTuning>;
}
