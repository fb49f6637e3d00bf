import { claimReceived, referralClosed } from '@yigongti/events';
import type { Uuid } from '@yigongti/kernel';
import { eventIn, readTopics, type TopicEvent } from './event-reader.ts';

/** What the topics tell of the month. */
export interface MonthEvents {
  /** Events by full type, each once. */
  readonly counts: ReadonlyMap<string, number>;
  /** Cost of all claims received. */
  readonly claimsFen: bigint;
  /** Follow-ups that closed a referral; one that closes a down-referral closes its parent with it. */
  readonly followUpsClosed: number;
  /** Events that the story is told from. */
  readonly story: readonly TopicEvent[];
}

export interface Telling {
  readonly residentId: Uuid | null;
  /** Correlation ids of the requests about the resident alone, or about the whole county. */
  readonly correlationIds: ReadonlySet<Uuid>;
}

/** Reads all topics once. */
export async function readMonth(brokers: readonly string[], telling: Telling): Promise<MonthEvents> {
  const reading = new MonthReading(telling);
  await readTopics(brokers, (record) => {
    const event = eventIn(record);
    if (event) reading.take(event);
  });
  return reading;
}

export class MonthReading implements MonthEvents {
  readonly counts = new Map<string, number>();
  readonly story: TopicEvent[] = [];
  claimsFen = 0n;
  readonly #seen = new Set<string>();
  readonly #followUps = new Set<string>();

  constructor(private readonly telling: Telling) {}

  get followUpsClosed(): number {
    return this.#followUps.size;
  }

  take(event: TopicEvent): void {
    if (this.#seen.has(event.eventId)) return;
    this.#seen.add(event.eventId);
    const { type, data } = event;
    this.counts.set(type, (this.counts.get(type) ?? 0) + 1);
    if (type === claimReceived.type) this.claimsFen += BigInt(data.totalFen as number);
    if (type === referralClosed.type && data.followUpTaskId !== null) this.#followUps.add(data.followUpTaskId as string);
    if (this.#isTold(event)) this.story.push(event);
  }

  #isTold({ data, correlationId }: TopicEvent): boolean {
    const { residentId, correlationIds } = this.telling;
    return (residentId !== null && data.residentId === residentId) || correlationIds.has(correlationId);
  }
}
