import type { Transactions } from '@yigongti/database';
import type { Clock } from '@yigongti/kernel';
import type { Broker } from '../broker/broker.ts';
import type { Log } from '../log.ts';
import type { ResolveHandler } from './reactions.ts';
import type { Subscription } from './subscription.ts';

/** What the runner tells a metrics library. All calls are cheap and must not throw. */
export interface ConsumerMetrics {
  /** Events taken by the inbox, stale ones included. */
  applied(eventType: string, count: number): void;
  /** An event went into quarantine; one that `waits` for another event is no fault. */
  parked(eventType: string, waits: boolean): void;
  dead(eventType: string): void;
}

export interface ConsumerTuning {
  readonly chunkSize: number;
  /** Tries of one event before its key is parked, with pauses in which its partition stands still. */
  readonly triesInPlace: number;
  readonly inPlaceFirstMs: number;
  readonly inPlaceLongestMs: number;
  /** All such pauses of one chunk together: many bad keys must not hold a partition up. */
  readonly inPlaceBudgetMs: number;
  readonly parkedFirstMs: number;
  readonly parkedLongestMs: number;
  /** Tries in all, after which an event is dead; about 20 minutes. */
  readonly attemptsMax: number;
  /** Pauses of an event that waits for another one. */
  readonly waitingFirstMs: number;
  readonly waitingLongestMs: number;
  /** About a day. */
  readonly waitingAttemptsMax: number;
  readonly pollParkedMs: number;
}

export const consumerTuning: ConsumerTuning = {
  chunkSize: 200,
  triesInPlace: 3,
  inPlaceFirstMs: 200,
  inPlaceLongestMs: 5_000,
  inPlaceBudgetMs: 10_000,
  parkedFirstMs: 1_000,
  parkedLongestMs: 300_000,
  attemptsMax: 12,
  waitingFirstMs: 100,
  waitingLongestMs: 30_000,
  waitingAttemptsMax: 3_000,
  pollParkedMs: 1_000,
};

export interface ConsumerOptions {
  /** The service's name: its consumer group, and the consumer in inbox, totals and quarantine. */
  readonly service: string;
  readonly subscriptions: readonly Subscription[];
  readonly resolve: ResolveHandler;
  readonly broker: Broker;
  readonly transactions: Transactions;
  readonly clock: Clock;
  /** From 0 to 1, for the jitter of pauses. */
  readonly random?: () => number;
  readonly log?: Log;
  readonly metrics?: ConsumerMetrics;
  readonly tuning?: Partial<ConsumerTuning>;
}
