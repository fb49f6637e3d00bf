import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { ConfigRefused } from '../config/faults.ts';
import type { Health } from '../observability/health.ts';

const retryMs = 1_000;

export interface SchemaWait {
  readonly dataSource: DataSource;
  readonly health: Health;
  readonly seconds: number;
  readonly log: Logger;
}

/**
 * Connects and makes sure that every migration this version knows has been run. Waits a while, since containers start in any order;
 * says why it waits, once per reason.
 * @throws ConfigRefused when the time is over
 */
export async function waitForSchema({ dataSource, health, seconds, log }: SchemaWait): Promise<void> {
  const giveUpAt = performance.now() + seconds * 1_000;
  for (let said = ''; ;) {
    const reason = await reasonToWait(dataSource, health);
    if (reason === null) return;
    if (performance.now() > giveUpAt) {
      throw new ConfigRefused('database 数据库', [{ at: 'DATABASE_URL', zh: '数据库不可用或未迁移', en: reason }]);
    }
    if (reason !== said) log.warn({ reason }, 'waiting for the database');
    said = reason;
    await delay(retryMs);
  }
}

async function reasonToWait(dataSource: DataSource, health: Health): Promise<string | null> {
  try {
    if (!dataSource.isInitialized) await dataSource.initialize();
    const missing = await health.missingMigrations();
    return missing.length === 0 ? null : `migrations not run: ${missing.join(', ')}`;
  } catch (error) {
    return (error as Error).message;
  }
}
