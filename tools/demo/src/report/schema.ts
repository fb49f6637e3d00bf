import { z } from 'zod';

const whole = z.int();
const count = whole.min(0);
const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/);
const counts = z.record(z.string(), count);

const service = z.strictObject({
  commandsAccepted: count,
  commandsRefused: counts,
  eventsPublished: counts,
  eventsApplied: counts,
  consumes: z.array(z.string()),
  parked: count,
  dead: count,
  outboxPending: count,
});

const statement = z.strictObject({
  institution: z.string(),
  points: decimalText,
  shareFen: count,
  fen: count,
  /** Where the county has the fund of more than one consortium: whose share it is. */
  consortium: z.string().optional(),
});

const indicator = z.strictObject({
  code: z.string(),
  institution: z.string(),
  /** A count; of an indicator in yuan a decimal string. */
  numerator: z.union([count, decimalText]),
  denominator: count,
  value: decimalText.nullable(),
});

const circle = z.strictObject({
  contractsSigned: count,
  referrals: counts,
  tasksCompleted: count,
  suggestionsRaised: count,
  followUpsClosed: count,
  claimsReceived: count,
  claimsFen: count,
  fundFen: count,
  allocatedFen: count,
  withheldFen: count,
  statements: z.array(statement),
  indicators: z.array(indicator),
  scores: z.array(z.strictObject({ institution: z.string(), score: decimalText, coefficient: decimalText })),
});

const step = z.strictObject({
  request: z.strictObject({ method: z.string(), path: z.string(), status: whole }),
  events: z.array(
    z.strictObject({ topic: z.string(), key: z.string(), type: z.string(), id: z.uuid(), aggregateVersion: whole.min(1) }),
  ),
});

/** What `--json FILE` holds: figures of the services and the topics. Money is whole fen, lists are sorted. */
export const reportSchema = z.strictObject({
  county: z.string(),
  seed: z.string(),
  month: z.string(),
  residents: count,
  services: z.record(z.string(), service),
  circle,
  story: z.array(step),
});

export type Report = z.output<typeof reportSchema>;
export type ServiceReport = z.output<typeof service>;
export type Circle = z.output<typeof circle>;
export type StoryStep = z.output<typeof step>;
