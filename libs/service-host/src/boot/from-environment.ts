import { RedisCache } from '@yigongti/cache';
import { createDataSource, TypeormTransactions } from '@yigongti/database';
import { businessDateOf } from '@yigongti/kernel';
import { createRemoteJWKSet } from 'jose';
import { parseAll } from '../config/faults.ts';
import { readHostConfig, withoutEmpty, type HostConfig } from '../config/host-config.ts';
import type { ServiceDefinition } from '../definition.ts';
import { createLog } from '../observability/log.ts';
import { loadProfile, type LoadedProfile } from '../profile/load-profile.ts';
import { TokenVerifier } from '../security/token-verifier.ts';
import { brokerFrom } from './broker-from.ts';
import type { Infrastructure } from './infrastructure.ts';
import { SystemClock, SystemIds } from './system-ports.ts';

/** What the environment says, checked. */
export interface Environment {
  readonly config: HostConfig;
  readonly settings: Record<string, unknown>;
  readonly profile: LoadedProfile;
}

/** @throws ConfigRefused */
export function readEnvironment(definition: ServiceDefinition, environment: NodeJS.ProcessEnv): Environment {
  const config = readHostConfig(environment);
  const settings = definition.settings ? parseAll(definition.settings, withoutEmpty(environment), 'environment 环境变量') : {};
  return { config, settings, profile: loadProfile(config.COUNTY_PROFILE, definition.name, definition.profile) };
}

/** The real thing, connected to nothing yet. */
export function infrastructureOf(definition: ServiceDefinition, { config, settings, profile }: Environment): Infrastructure {
  const log = createLog({ level: config.LOG_LEVEL, service: definition.name });
  const clock = new SystemClock();
  const dataSource = createDataSource({
    url: config.DATABASE_URL,
    schema: definition.schema,
    rows: definition.rows,
    poolSize: config.DATABASE_POOL,
    applicationName: `yigongti ${definition.name}`,
  });
  const keys = createRemoteJWKSet(new URL(config.JWKS_URL), { timeoutDuration: 3_000, cooldownDuration: 10_000 });
  return {
    dataSource,
    databaseUrl: config.DATABASE_URL,
    transactions: new TypeormTransactions(dataSource),
    clock,
    ids: new SystemIds(clock),
    cache: new RedisCache({
      url: config.REDIS_URL,
      namespace: definition.name,
      onStateChange: (state, reason) => log.warn({ cache: state, reason }, 'cache'),
    }).connect(),
    broker: brokerFrom(definition.name, config, log),
    profile,
    settings,
    verifier: new TokenVerifier({ issuer: config.ISSUER, audience: config.AUDIENCE, keys, clock }),
    lateEntry: { daysOn: config.LATE_ENTRY ? null : (now) => profile.http.lateEntryDays.valueAt(businessDateOf(now)) },
    log,
    scheduler: config.SCHEDULER,
  };
}
