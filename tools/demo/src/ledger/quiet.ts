import { setTimeout as delay } from 'node:timers/promises';
import { gapsOf, isWhole, serviceNames, type Ledgers } from './ledger.ts';

export interface Waiting {
  readonly read: () => Promise<Ledgers>;
  readonly signal: AbortSignal;
  readonly now?: () => number;
  readonly pauseMs?: number;
  /** How long nothing may move before the wait is given up. */
  readonly stillForMs?: number;
}

export interface Quiet {
  readonly whole: boolean;
  readonly ledgers: Ledgers;
}

/** A broker that was killed needs half a minute to lead its partitions again, and groups as long to forget a member that was. */
const stillForMsDefault = 180_000;
const pauseMsDefault = 100;

/**
 * Waits until two readings one after the other are equal and whole: between two services' readings an event may be on its way, but then
 * the next reading differs. Gives up, not whole, when nothing has moved for long: an event was parked or is dead.
 */
export async function waitForQuiet(waiting: Waiting): Promise<Quiet> {
  const { read, signal, now = () => performance.now(), pauseMs = pauseMsDefault, stillForMs = stillForMsDefault } = waiting;
  let movedAt = now();
  let before = await read();
  for (;;) {
    await delay(pauseMs, undefined, { signal });
    const ledgers = await read();
    const still = fingerprint(ledgers) === fingerprint(before);
    if (still && isWhole(ledgers)) return { whole: true, ledgers };
    if (!still) movedAt = now();
    else if (now() - movedAt > stillForMs) return { whole: false, ledgers };
    before = ledgers;
  }
}

function fingerprint(ledgers: Ledgers): string {
  return JSON.stringify(serviceNames.map((service) => Object.entries(ledgers[service]).map(([, part]) => sorted(part))));
}

function sorted(part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  return Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** One line for each gap, and for each outbox that is not empty. */
export function unrest(ledgers: Ledgers): string[] {
  const waiting = serviceNames.filter((service) => ledgers[service].outboxPending > 0);
  return [
    ...waiting.map((service) => `${service}: ${ledgers[service].outboxPending} events not yet published`),
    ...gapsOf(ledgers).map(({ service, type, published, applied }) => {
      const { parked, dead } = ledgers[service];
      return `${service}: applied ${applied} of ${published} ${type} (parked ${parked}, dead ${dead})`;
    }),
  ];
}
