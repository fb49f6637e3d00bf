import type { Type } from '@nestjs/common';
import type { MigrationClass } from '@yigongti/database';
import type { RefusalDefinition } from '@yigongti/kernel';
import type { StateSource, Subscription } from '@yigongti/messaging';
import type { EntitySchema } from 'typeorm';
import type { z } from 'zod';
import type { SweepDefinition } from './scheduler/sweep.ts';
import type { AccessTable } from './security/access-table.ts';

/** What a service is; everything that is the same for all of them follows from it. */
export interface ServiceDefinition {
  /** First segment of every route and of every event name, for example `public-health`. */
  readonly name: string;
  /** Its schema and its database role. */
  readonly schema: string;
  readonly titleZh: string;
  readonly titleEn: string;
  /** The Nest module that wires ports to adapters and lists the controllers. */
  readonly module: Type<unknown>;
  readonly rows: readonly EntitySchema[];
  readonly migrations: readonly MigrationClass[];
  /** What it reacts to: the table that tools read too. */
  readonly consumers: readonly Subscription[];
  /** Who may call which route; a route without a row is denied. */
  readonly access: AccessTable;
  /** Schema of the service's section of the county profile, the section's key being the service's name. */
  readonly profile: z.ZodType;
  /** Every refusal the service can answer with, for the documents. */
  readonly refusals: readonly RefusalDefinition[];
  /** Says states of compacted topics again; only where the service owns such topics. Made by its container. */
  readonly stateSources?: readonly Type<StateSource>[];
  /** File of the recorded examples for its OpenAPI document; written by tools/openapi. */
  readonly examples?: URL;
  /** What time drives. */
  readonly sweeps?: readonly SweepDefinition[];
  /** Environment keys of its own, each described; given to it as `Settings<T>`. */
  readonly settings?: z.ZodObject;
}

/** Declares a service. The names are checked at load, since routes, roles and topics are built from them. */
export function defineService(definition: ServiceDefinition): ServiceDefinition {
  if (!/^[a-z]+(-[a-z]+)*$/.test(definition.name)) throw new Error(`${definition.name}: a service's name is kebab-case`);
  if (!/^[a-z]+(_[a-z]+)*$/.test(definition.schema)) throw new Error(`${definition.schema}: a schema's name is snake_case`);
  return Object.freeze(definition);
}
