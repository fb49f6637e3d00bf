import type { Type } from '@nestjs/common';
import type { BusinessDate, CommandContext } from '@yigongti/kernel';

/** An idempotent use case that time drives: expiry, overdue, month close. */
export interface Sweep {
  sweep(asOf: BusinessDate, context: CommandContext): Promise<unknown>;
}

export interface SweepDefinition {
  /** Kebab-case, unique in the service. */
  readonly name: string;
  /** Five fields, in Asia/Shanghai. */
  readonly cron: string;
  /** The use case, made by the service's container; the same that its HTTP route calls. */
  readonly sweep: Type<Sweep>;
}

/** Declares a sweep of a service; it runs where SCHEDULER=1. */
export function defineSweep(definition: SweepDefinition): SweepDefinition {
  if (!/^[a-z]+(-[a-z]+)*$/.test(definition.name)) throw new Error(`${definition.name}: a sweep's name is kebab-case`);
  if (definition.cron.trim().split(/\s+/).length !== 5)
    throw new Error(`${definition.name}: ${definition.cron} is not a cron line of five fields`);
  return Object.freeze(definition);
}
