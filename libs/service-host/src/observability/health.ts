import type { MigrationClass } from '@yigongti/database';
import type { Broker } from '@yigongti/messaging';
import type { DataSource } from 'typeorm';
import type { Lifecycle } from '../boot/lifecycle.ts';

export interface HealthOptions {
  readonly dataSource: DataSource;
  readonly broker: Broker;
  readonly migrations: readonly MigrationClass[];
  readonly lifecycle: Lifecycle;
}

export interface Readiness {
  readonly status: 'ready' | 'degraded' | 'down';
  readonly database: 'up' | 'away';
  /** `behind`: a migration that this version knows has not been run. */
  readonly schema: 'current' | 'behind' | 'unknown';
  readonly kafka: 'up' | 'away';
  readonly process: 'running' | 'starting or stopping';
}

/** Probes come from several sides; the answer may be this old. */
const freshForMs = 1_000;
const answerWithinMs = 2_000;

/** Kafka away is degraded, not down: the outbox absorbs it. Redis is not asked: without it the service is only slower. */
export class Health {
  #latest: { at: number; answer: Promise<Readiness> } | undefined;

  constructor(private readonly options: HealthOptions) {}

  readiness(): Promise<Readiness> {
    const now = performance.now();
    if (!this.#latest || now - this.#latest.at > freshForMs || !this.options.lifecycle.ready) {
      this.#latest = { at: now, answer: this.#ask() };
    }
    return this.#latest.answer;
  }

  /** Names of migrations that this version knows and the schema lacks. */
  async missingMigrations(): Promise<string[]> {
    const rows = await this.options.dataSource.query<{ name: string }[]>('select name from migration');
    const run = new Set(rows.map(({ name }) => name));
    return this.options.migrations.map((migration) => new migration().name ?? migration.name).filter((name) => !run.has(name));
  }

  async #ask(): Promise<Readiness> {
    const { broker, lifecycle } = this.options;
    const [schema, kafka] = await Promise.all([within(this.#schema(), null), within(broker.ping(), false)]);
    const running = lifecycle.ready;
    const usable = running && schema === 'current';
    return {
      status: !usable ? 'down' : kafka ? 'ready' : 'degraded',
      database: schema === null ? 'away' : 'up',
      schema: schema ?? 'unknown',
      kafka: kafka ? 'up' : 'away',
      process: running ? 'running' : 'starting or stopping',
    };
  }

  async #schema(): Promise<'current' | 'behind'> {
    return (await this.missingMigrations()).length === 0 ? 'current' : 'behind';
  }
}

/** The answer, or `otherwise` when it fails or takes too long. */
function within<T>(question: Promise<T>, otherwise: T | null): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(otherwise), answerWithinMs);
    question.then(resolve, () => resolve(otherwise)).finally(() => clearTimeout(timer));
  });
}
