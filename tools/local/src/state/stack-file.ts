import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { localClientSchema } from '../issuer/local-client.ts';
import { localDirectory } from '../repository.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { isRunning } from './process-mark.ts';

const processMark = z.object({ pid: z.number(), startedAt: z.string() });

/** `.local/stack.json`: everything a tool needs to work with the running stack. Holds secrets; only its owner may read it. */
export const stackFileSchema = z.object({
  county: z.string(),
  readyAt: z.iso.datetime({ offset: true }),
  /** The program that holds the stack together: a signal to it stops all. */
  owner: processMark,
  gateway: z.url(),
  services: z.record(
    z.string(),
    z.object({
      /** Through the gateway. */
      url: z.url(),
      /** The service's own port: `/livez`, `/readyz` and `/metrics` are there. */
      directUrl: z.url(),
      openapi: z.url(),
      docs: z.url(),
      pid: z.number(),
      log: z.string(),
    }),
  ),
  /** The loopback listener of the services, without users. */
  brokers: z.array(z.string()),
  /** The listener for analysts: SASL_PLAINTEXT with this mechanism, read only. Absent where the broker was given: its keeper grants rights there. */
  analystBrokers: z
    .object({ brokers: z.array(z.string()), mechanism: z.literal('SCRAM-SHA-512'), username: z.string(), password: z.string() })
    .optional(),
  /** URL of the administrator. */
  database: z.string(),
  redis: z.string(),
  issuer: z.object({ url: z.url(), tokenEndpoint: z.url(), jwksUri: z.url(), audience: z.string() }),
  /** Every process of the stack by name. */
  pids: z.record(z.string(), z.number()),
  logs: z.string(),
  /** Servers whose URLs came from the environment: the stack did not start them and leaves them alone. */
  given: z.array(z.enum(['DATABASE_URL', 'KAFKA_BROKERS', 'REDIS_URL'])),
  clients: z.array(localClientSchema),
});
export type StackFile = z.output<typeof stackFileSchema>;

export const stackFile = join(localDirectory, 'stack.json');

export function writeStackFile(stack: StackFile, file = stackFile): void {
  writeJsonFile(file, stack);
}

export function removeStackFile(file = stackFile): void {
  rmSync(file, { force: true });
}

export type FoundStack =
  | { readonly state: 'running'; readonly stack: StackFile }
  /** The file is there, the stack is not: it was killed, or the machine went down. */
  | { readonly state: 'stale' }
  | { readonly state: 'none' };

/** Finds the clone's running stack. */
export function findStack(file = stackFile): FoundStack {
  const content = readJsonFile(file);
  if (content === undefined) return { state: 'none' };
  const parsed = stackFileSchema.safeParse(content);
  return parsed.success && isRunning(parsed.data.owner) ? { state: 'running', stack: parsed.data } : { state: 'stale' };
}
