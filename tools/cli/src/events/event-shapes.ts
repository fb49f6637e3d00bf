import { z } from 'zod';

/** What the CLI reads of a service's operations endpoints; fields that it does not know stay in `--json`. */
const counts = z.record(z.string(), z.int());

export const ledgerSchema = z.looseObject({
  outboxPending: z.int(),
  published: counts,
  applied: counts,
  parked: z.int(),
  dead: z.int(),
  consumes: z.array(z.string()),
});
export type Ledger = z.output<typeof ledgerSchema>;

export const parkedSchema = z.looseObject({
  key: z.string(),
  events: z.int(),
  eventType: z.string(),
  attempts: z.int(),
  waiting: z.boolean(),
  errorClass: z.string().nullable(),
  parkedAt: z.string(),
  nextAttemptAt: z.string(),
});
export type Parked = z.output<typeof parkedSchema>;

export const deadSchema = z.looseObject({
  id: z.string(),
  eventType: z.string(),
  topic: z.string(),
  partition: z.int(),
  offset: z.number(),
  key: z.string().nullable(),
  reason: z.string(),
  errorClass: z.string(),
  attempts: z.int(),
  deadAt: z.string(),
  state: z.string(),
  closedBy: z.string().nullable(),
  closingReason: z.string().nullable(),
});
export type Dead = z.output<typeof deadSchema>;

export const deadDetailSchema = deadSchema.extend({ headers: z.record(z.string(), z.string()), data: z.unknown() });

export const operationSchema = z.object({ id: z.string(), state: z.string() });
