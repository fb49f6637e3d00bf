import { businessDateOf, type CommandContext, formatInstant, timeZone } from '@yigongti/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import type { Infrastructure } from '../boot/infrastructure.ts';
import { continueTrace, traceparentOf } from '../observability/trace-context.ts';
import type { SweepDefinition } from './sweep.ts';

export interface SchedulerOptions {
  readonly infrastructure: Infrastructure;
  readonly databaseUrl: string;
  readonly schema: string;
  readonly service: string;
  readonly sweeps: readonly SweepDefinition[];
}

/** Runs the sweeps on a queue in the service's own database (`<schema>_jobs`): one replica takes each, and a lost one is taken again. */
export class Scheduler {
  readonly #boss: PgBoss;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly options: SchedulerOptions,
  ) {
    const { databaseUrl, schema } = options;
    this.#boss = new PgBoss({
      connectionString: databaseUrl,
      schema: `${schema}_jobs`,
      max: 2,
      application_name: `yigongti ${schema} jobs`,
      // The admin migration made it; the role may create tables in it and nothing beside it.
      createSchema: false,
    });
    this.#boss.on('error', (error: Error) => options.infrastructure.log.warn({ error: error.message }, 'scheduler'));
  }

  async start(): Promise<void> {
    await this.#boss.start();
    for (const { name, cron } of this.options.sweeps) {
      await this.#boss.createQueue(name, { retryLimit: 5, retryBackoff: true });
      await this.#boss.work(name, async () => this.run(name));
      await this.#boss.schedule(name, cron, {}, { tz: timeZone });
    }
  }

  /** One run, as the clock says now. */
  async run(name: string): Promise<void> {
    const { infrastructure, sweeps } = this.options;
    const definition = sweeps.find((sweep) => sweep.name === name);
    if (!definition) throw new Error(`${name}: no such sweep`);
    const now = infrastructure.clock.now();
    const sweep = this.app.get(definition.sweep, { strict: false });
    await sweep.sweep(businessDateOf(now), this.#context(name, now));
    infrastructure.log.info({ sweep: name, durationMs: infrastructure.clock.now().getTime() - now.getTime() }, 'sweep');
  }

  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, close: true, timeout: 10_000 });
  }

  #context(name: string, now: Date): CommandContext {
    const at = formatInstant(now);
    const { service, infrastructure } = this.options;
    return {
      caller: {
        subject: `scheduler:${name}`,
        clientId: `${service}-scheduler`,
        institutionCode: '',
        role: 'OPERATOR',
        scopes: [],
      },
      occurredAt: at,
      recordedAt: at,
      correlationId: infrastructure.ids.next(),
      causationId: null,
      traceparent: traceparentOf(continueTrace(undefined)),
      expectedVersion: null,
      idempotency: null,
      audit: null,
    };
  }
}
