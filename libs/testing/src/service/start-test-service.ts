import { join } from 'node:path';
import { MemoryCache } from '@yigongti/cache';
import { createDataSource, TypeormTransactions } from '@yigongti/database';
import { toCloudEventHeaders, type EventDefinition, type OutgoingEvent } from '@yigongti/events';
import { businessDateOf, type Role } from '@yigongti/kernel';
import { InMemoryBroker } from '@yigongti/messaging';
import {
  createApp,
  createLog,
  loadProfile,
  profileFrom,
  sectionNameOf,
  SystemIds,
  TokenVerifier,
  type BuiltService,
  type Infrastructure,
  type ServiceDefinition,
} from '@yigongti/service-host';
import { eventually } from '../eventually.ts';
import { FakeClock } from '../fake-clock.ts';
import { testDatabase, type TestDatabase } from '../test-database.ts';
import { TestClient } from './test-client.ts';
import { TestIssuer, type TokenOptions } from './test-tokens.ts';

export interface TestServiceOptions {
  /** The service's section of the profile; the shipped profile of Changle when absent. */
  readonly profile?: unknown;
  readonly county?: string;
  /** Values of the service's own environment keys. */
  readonly settings?: Record<string, unknown>;
  readonly clock?: FakeClock;
  /** Whether sweeps run on their schedule; start and stop it by `built.scheduler`. */
  readonly scheduler?: boolean;
  /** As in the local stack. */
  readonly lateEntryUnlimited?: boolean;
  /** Another way to the database, for example through a proxy that the spec can break. */
  readonly databaseUrl?: (url: string) => string;
  /** Gets every line of the log, as JSON text. */
  readonly onLog?: (line: string) => void;
}

/** Below the limit of a Jest test, so that what is awaited is said. */
const patience = { within: 4_000, every: 20 };

export interface PublishedEvent<T> {
  readonly key: string;
  readonly id: string;
  readonly aggregateVersion: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: T;
}

/** One service in the process of the spec: real PostgreSQL, broker and issuer in memory, time stands still. */
export class TestService {
  readonly definition: ServiceDefinition;
  readonly built: BuiltService;
  readonly infrastructure: Infrastructure;
  readonly database: TestDatabase;
  readonly broker: InMemoryBroker;
  readonly clock: FakeClock;
  readonly issuer: TestIssuer;

  private constructor(definition: ServiceDefinition, built: BuiltService, infrastructure: Infrastructure, fakes: Fakes) {
    this.definition = definition;
    this.built = built;
    this.infrastructure = infrastructure;
    this.database = fakes.database;
    this.broker = fakes.broker;
    this.clock = fakes.clock;
    this.issuer = fakes.issuer;
  }

  static async start(definition: ServiceDefinition, options: TestServiceOptions = {}): Promise<TestService> {
    const clock = options.clock ?? new FakeClock();
    const database = await testDatabase({ schema: definition.schema, migrations: definition.migrations });
    const issuer = await TestIssuer.create(clock, definition.name);
    const broker = new InMemoryBroker();
    const fakes = { clock, database, issuer, broker };
    const infrastructure = infrastructureFor(definition, options, fakes);
    await infrastructure.dataSource.initialize();
    const built = await createApp(definition, infrastructure);
    await built.messaging.start();
    built.lifecycle.enter('running');
    return new TestService(definition, built, infrastructure, fakes);
  }

  /** A caller with a role at an institution. */
  async as(role: Role, institutionCode: string, options: TokenOptions = {}): Promise<TestClient> {
    return new TestClient(this.built.app, await this.issuer.token(role, institutionCode, options));
  }

  /** A caller without a token, or with one as given. */
  anyone(token: string | null = null): TestClient {
    return new TestClient(this.built.app, token);
  }

  /** Gives the service an event, as its owner would have sent it, and waits until it is taken, parked or dead. */
  async publish<T>(event: OutgoingEvent<T>): Promise<void> {
    const { definition, aggregateId: key, data } = event;
    const headers = toCloudEventHeaders(event as OutgoingEvent, { county: 'test', now: this.clock.now() });
    await this.broker.produce([{ topic: definition.topic, key, value: JSON.stringify(data), headers }]);
    await eventually(
      `${definition.name} is taken`,
      async () => {
        const settled = `select 1 from inbox where event_id::text = $1 union all
        select 1 from parked_event where headers::json ->> 'ce_id' = $1 union all
        select 1 from dead_event where headers::json ->> 'ce_id' = $1`;
        return (await this.query(settled, [event.eventId])).length > 0;
      },
      patience,
    );
  }

  /** Asks the service's database, as the service. */
  query<Row>(statement: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.infrastructure.dataSource.query<Row[]>(statement, parameters);
  }

  /** Events of a type that the service has published, in the order of each key; waits until its outbox is empty. */
  async published<T>(definition: EventDefinition<T>): Promise<PublishedEvent<T>[]> {
    await eventually(
      'the outbox is empty',
      async () => {
        const [{ n }] = (await this.query<{ n: number }>('select count(*)::int as n from outbox')) as [{ n: number }];
        return n === 0;
      },
      patience,
    );
    const records = this.broker.records(definition.topic).filter(({ headers }) => headers.ce_type === definition.type);
    return records.map(({ key, value, headers }) => ({
      key: key!,
      id: headers.ce_id!,
      aggregateVersion: Number(headers.ce_aggversion),
      headers,
      data: JSON.parse(value!) as T,
    }));
  }

  async close(): Promise<void> {
    await this.built.closeHttp();
    await this.built.messaging.stopConsumers(2_000);
    await this.built.messaging.stopRelay(2_000);
    await this.broker.close();
    await this.built.app.close();
    await this.infrastructure.dataSource.destroy().catch(() => undefined);
    await this.database.close();
  }
}

/** Starts a service for component specs. Close it in `afterAll`. */
export function startTestService(definition: ServiceDefinition, options?: TestServiceOptions): Promise<TestService> {
  return TestService.start(definition, options);
}

interface Fakes {
  readonly clock: FakeClock;
  readonly database: TestDatabase;
  readonly issuer: TestIssuer;
  readonly broker: InMemoryBroker;
}

function infrastructureFor(definition: ServiceDefinition, options: TestServiceOptions, fakes: Fakes): Infrastructure {
  const { clock, database, issuer, broker } = fakes;
  const profile = profileOf(definition, options);
  const databaseUrl = options.databaseUrl?.(database.url) ?? database.url;
  const dataSource = createDataSource({ url: databaseUrl, schema: definition.schema, rows: definition.rows, poolSize: 8 });
  return {
    dataSource,
    databaseUrl,
    scheduler: options.scheduler ?? false,
    transactions: new TypeormTransactions(dataSource),
    clock,
    ids: new SystemIds(clock),
    cache: new MemoryCache(() => clock.now().getTime()),
    broker,
    profile,
    settings: options.settings ?? {},
    verifier: new TokenVerifier({ issuer: issuer.issuer, audience: issuer.audience, keys: issuer.keys, clock }),
    lateEntry: { daysOn: options.lateEntryUnlimited ? null : (now) => profile.http.lateEntryDays.valueAt(businessDateOf(now)) },
    log: createLog({
      level: options.onLog ? 'trace' : 'fatal',
      service: definition.name,
      destination: { write: (line) => options.onLog?.(line) },
    }),
  };
}

function profileOf(definition: ServiceDefinition, { profile, county = 'changle' }: TestServiceOptions) {
  if (profile === undefined) {
    const path = join(import.meta.dirname, `../../../../deploy/counties/${county}.yaml`);
    return loadProfile(path, definition.name, definition.profile);
  }
  const http = { lateEntryDays: { value: 60, from: '2000-01-01', source: 'assumption' } };
  const content = { profile: { county, version: '2026.1' }, http, [sectionNameOf(definition.name)]: profile };
  return profileFrom(content, definition.name, definition.profile);
}
