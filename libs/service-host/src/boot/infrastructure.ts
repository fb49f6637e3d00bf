import type { Cache } from '@yigongti/cache';
import type { TypeormTransactions } from '@yigongti/database';
import type { Clock, Ids } from '@yigongti/kernel';
import type { Broker, ConsumerTuning, RelayTuning } from '@yigongti/messaging';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { LateEntry } from '../http/occurred-at.ts';
import type { LoadedProfile } from '../profile/load-profile.ts';
import type { TokenVerifier } from '../security/token-verifier.ts';

/** What a service stands on: made by `bootService` from the environment, by specs from fakes and a test database. */
export interface Infrastructure {
  readonly dataSource: DataSource;
  /** For those who need connections of their own: relay and scheduler. */
  readonly databaseUrl: string;
  readonly transactions: TypeormTransactions;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly cache: Cache;
  readonly broker: Broker;
  readonly profile: LoadedProfile;
  readonly settings: Record<string, unknown>;
  readonly verifier: TokenVerifier;
  readonly lateEntry: LateEntry;
  readonly log: Logger;
  /** Specs are in a hurry. */
  readonly relayTuning?: Partial<RelayTuning>;
  readonly consumerTuning?: Partial<ConsumerTuning>;
  /** Whether sweeps run on their schedule. */
  readonly scheduler: boolean;
}
