import { isDatabaseAway } from '@yigongti/database';
import { pause } from '../broker/backoff.ts';
import { settleEvents, takeEvents } from './inbox.ts';
import type { EventWork, WorkTerms } from './event-work.ts';
import { buryRecord, dueKeys, lockHead, postpone, unpark, type ParkedHead } from './quarantine.ts';
import { readRecord } from './record-reader.ts';
import { judge } from './verdict.ts';

const keysPerPass = 100;
/** Waiting keys are looked at whenever something was applied that they may wait for, but not all the time. */
const restMs = 100;
const restShare = 4;

/** Tries parked keys again, each in the order of its events, beside the stream of new ones. */
export class ParkedRetries {
  #poked = false;
  #wake: () => void = () => undefined;

  constructor(
    private readonly terms: WorkTerms,
    private readonly work: EventWork,
  ) {}

  /** Something was applied or parked: look at once. */
  poke(): void {
    this.#poked = true;
    this.#wake();
  }

  async run(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      const tryWaiting = this.#poked;
      this.#poked = false;
      const started = performance.now();
      await this.#pass(tryWaiting, stopping).catch((error: unknown) => {
        if (!isDatabaseAway(error)) this.terms.log.error('parked keys cannot be tried', { error: (error as Error).name });
      });
      await pause(Math.max(restMs, restShare * (performance.now() - started)), stopping);
      if (!this.#poked) await this.#sleep(stopping);
    }
  }

  async #pass(tryWaiting: boolean, stopping: AbortSignal): Promise<void> {
    const { transactions, consumer, clock } = this.terms;
    const keys = await transactions.run((tx) => dueKeys(tx, consumer, { now: clock.now(), tryWaiting, limit: keysPerPass }));
    for (const key of keys) while (!stopping.aborted && (await this.#tryHead(key)));
  }

  /** True when the first event of the key was applied, so that the next one may follow. */
  async #tryHead(key: string): Promise<boolean> {
    const { transactions, consumer, reactions } = this.terms;
    let head: ParkedHead | null = null;
    try {
      const taken = await transactions.run(async (tx) => {
        head = await lockHead(tx, consumer, key);
        if (!head) return null;
        const item = readRecord(head.record, reactions);
        if (item?.fault) throw item.fault;
        const sorted = await takeEvents(tx, consumer, item ? [item.event] : [], true);
        await reactions.apply(tx, sorted.fresh);
        await unpark(tx, consumer, head.record);
        await settleEvents(tx, consumer, sorted, head.record);
        return sorted;
      });
      if (taken) this.work.report(taken);
      return taken !== null;
    } catch (error) {
      if (!head || isDatabaseAway(error)) throw error;
      await this.#failed(key, head, error);
      return false;
    }
  }

  async #failed(key: string, failed: ParkedHead, error: unknown): Promise<void> {
    const { transactions, consumer, clock, random, tuning } = this.terms;
    const tries = { attempts: failed.attempts + 1, waiting: failed.waiting };
    const verdict = judge(error, tries, { at: clock.now(), random, tuning });
    await transactions.run(async (tx) => {
      const head = await lockHead(tx, consumer, key);
      // Somebody else was at it meanwhile.
      if (head?.record.offset !== failed.record.offset) return;
      if (verdict.kind === 'park') return postpone(tx, consumer, head, verdict.parking);
      await buryRecord(tx, consumer, head, verdict.death);
      await unpark(tx, consumer, head.record);
    });
    if (verdict.kind === 'bury') this.work.reportDead(failed, verdict.death);
    else if (!verdict.parking.waiting) this.work.reportParked(failed, verdict.parking);
  }

  #sleep(stopping: AbortSignal): Promise<void> {
    const awake = new AbortController();
    this.#wake = () => awake.abort();
    return pause(this.terms.tuning.pollParkedMs, AbortSignal.any([stopping, awake.signal]));
  }
}
