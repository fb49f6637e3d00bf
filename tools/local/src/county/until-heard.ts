import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { OfficeClient } from './office-client.ts';

/** The part of a service's ledger that tells whether news is still under way. */
const ledgerSchema = z.object({
  outboxPending: z.number(),
  published: z.record(z.string(), z.number()),
  applied: z.record(z.string(), z.number()),
  consumes: z.array(z.string()),
});
export type Ledger = z.output<typeof ledgerSchema>;

/** Milliseconds. */
const patience = 15_000;
const between = 200;

/**
 * Waits until every service has applied what the others published, so that a first command does not meet a place that its service
 * has not heard of. Gives up after a while: a record that is parked or dead must not keep a stack from being ready.
 */
export async function untilHeard(analyst: OfficeClient, services: readonly string[]): Promise<boolean> {
  const deadline = performance.now() + patience;
  for (;;) {
    const ledgers = await Promise.all(
      services.map(async (name) => ledgerSchema.parse(await analyst.read(`/${name}/v1/events/ledger`))),
    );
    if (allHeard(ledgers)) return true;
    if (performance.now() > deadline) return false;
    await delay(between);
  }
}

/** Nothing waits to be published, and everybody applied as many of each type as there are. */
export function allHeard(ledgers: readonly Ledger[]): boolean {
  const published = new Map(ledgers.flatMap((ledger) => Object.entries(ledger.published)));
  return ledgers.every(
    ({ outboxPending, consumes, applied }) =>
      outboxPending === 0 && consumes.every((type) => (applied[type] ?? 0) >= (published.get(type) ?? 0)),
  );
}
