import type { Transactions, Tx } from '@yigongti/database';
import type { IncomingEvent } from '@yigongti/events';
import type { Clock } from '@yigongti/kernel';
import type { Log } from '../log.ts';
import type { ConsumerMetrics, ConsumerTuning } from './consumer-options.ts';
import { settleEvents, takeEvents, type Place, type Taken } from './inbox.ts';
import { buryRecord, parkRecord, type QuarantinedRecord } from './quarantine.ts';
import type { Reactions } from './reactions.ts';
import type { Item } from './record-reader.ts';
import { judge, type Tries } from './verdict.ts';

export interface WorkTerms {
  readonly consumer: string;
  readonly reactions: Reactions;
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly metrics: ConsumerMetrics | undefined;
  readonly tuning: ConsumerTuning;
}

export type ReadableItem = Extract<Item, { event: IncomingEvent }>;

const nothing = { fresh: [], stale: [] };

/** Inbox, effects, totals and position of events in one transaction; parked and dead where it has to be. */
export class EventWork {
  constructor(private readonly terms: WorkTerms) {}

  /** Applies what is new; events of blocked keys join their queue. All or nothing. */
  async apply(items: readonly ReadableItem[], upTo: Place): Promise<Taken> {
    const { transactions, consumer, reactions } = this.terms;
    const taken = await transactions.run(async (tx) => {
      const sorted = await takeEvents(
        tx,
        consumer,
        items.map(({ event }) => event),
      );
      for (const event of sorted.blocked)
        await this.#queue(
          tx,
          items.find((item) => item.event === event)!,
        );
      await reactions.apply(tx, sorted.fresh);
      await settleEvents(tx, consumer, sorted, upTo);
      return sorted;
    });
    this.report(taken);
    return taken;
  }

  /** Nothing here was for us, or all of it is settled: only the position moves. */
  async pass(upTo: Place): Promise<void> {
    const { transactions, consumer } = this.terms;
    await transactions.run((tx) => settleEvents(tx, consumer, nothing, upTo));
  }

  /** Parks the record's key or makes the record dead, whatever the error deserves. */
  async quarantine(item: QuarantinedRecord, error: unknown, tries: Tries): Promise<void> {
    const { transactions, consumer, clock, random, tuning } = this.terms;
    const now = clock.now();
    const verdict = judge(error, tries, { at: now, random, tuning });
    await transactions.run(async (tx) => {
      if (verdict.kind === 'park') await parkRecord(tx, consumer, item, { ...verdict.parking, parkedAt: now });
      else await buryRecord(tx, consumer, item, verdict.death);
      await settleEvents(tx, consumer, nothing, item.record);
    });
    if (verdict.kind === 'park') this.reportParked(item, verdict.parking);
    else this.reportDead(item, verdict.death);
  }

  report({ fresh, stale }: Omit<Taken, 'blocked'>): void {
    const { log, metrics } = this.terms;
    for (const event of [...fresh, ...stale]) metrics?.applied(event.definition.type, 1);
    for (const event of fresh) log.info('event applied', fieldsOf(event));
    for (const event of stale) log.info('event ignored: a newer version was applied', fieldsOf(event));
  }

  reportParked(
    { record, type }: QuarantinedRecord,
    { waiting, errorClass }: { waiting: boolean; errorClass: string | null },
  ): void {
    const { log, metrics } = this.terms;
    metrics?.parked(type, waiting);
    const fields = {
      type,
      key: record.key,
      topic: record.topic,
      partition: record.partition,
      offset: String(record.offset),
      errorClass,
    };
    if (waiting) log.info('event waits for another one', fields);
    else log.warn('key parked', fields);
  }

  reportDead({ record, type }: QuarantinedRecord, { reason, errorClass }: { reason: string; errorClass: string }): void {
    const { log, metrics } = this.terms;
    metrics?.dead(type);
    const { key, topic, partition, offset } = record;
    log.error('event dead: its key is blocked until somebody replays or discards it', {
      ...{ type, key, topic, partition, offset: String(offset), reason, errorClass },
    });
  }

  async #queue(tx: Tx, item: ReadableItem): Promise<void> {
    const now = this.terms.clock.now();
    const parking = { attempts: 0, waiting: false, nextAttemptAt: now, errorClass: null, parkedAt: now };
    await parkRecord(tx, this.terms.consumer, item, parking);
  }
}

function fieldsOf({ definition, eventId, aggregateId, aggregateVersion, correlationId }: IncomingEvent) {
  return { type: definition.type, eventId, key: aggregateId, version: aggregateVersion, correlationId };
}
