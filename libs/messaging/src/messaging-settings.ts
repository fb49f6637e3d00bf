import type { Tx } from '@yigongti/database';
import type { Owner } from '@yigongti/events';
import { InvariantViolated, type Clock } from '@yigongti/kernel';
import type { DataSource } from 'typeorm';

/** What the outbox writes into every envelope, and who may write. */
export interface MessagingSettings {
  /** Name of the county profile: first part of `ce_source`. */
  readonly county: string;
  readonly service: Owner;
  readonly clock: Clock;
}

const settingsOf = new WeakMap<DataSource, MessagingSettings>();

/** Called once at boot for the service's pool; everything written through it carries these settings. */
export function configureMessaging(dataSource: DataSource, settings: MessagingSettings): void {
  settingsOf.set(dataSource, settings);
}

/** @throws InvariantViolated when the service was booted without them */
export function messagingOf(tx: Tx): MessagingSettings {
  const settings = settingsOf.get(tx.dataSource);
  if (!settings)
    throw new InvariantViolated('messaging.not-configured', 'configureMessaging was not called for this data source');
  return settings;
}
