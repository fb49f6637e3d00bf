import { formatInstant } from '@yigongti/kernel';
import { analystUser, grantAnalyst } from '../servers/analyst-access.ts';
import { ensureJars } from '../servers/jars.ts';
import { ProcessGroup, type GroupListener } from '../servers/process-group.ts';
import { loadCounty, officeClient, told } from '../county/load-county.ts';
import { untilHeard } from '../county/until-heard.ts';
import { serviceParts } from './parts.ts';
import { audience, gatewayProgram, issuerProgram, issuerUrl, serviceProgram, serviceUrl } from './programs.ts';
import { RunLedger } from '../state/run-ledger.ts';
import type { Say } from '../terminal/say.ts';
import { migrateAll, type Schema } from './schema.ts';
import { answers, brokerServer, cacheServer, databaseServer, serverVariables, type Server } from './servers.ts';
import { removeStackFile, writeStackFile, type StackFile } from '../state/stack-file.ts';
import { NotPossible, type StackPlan } from './stack-plan.ts';
import { createTopics } from './topics.ts';

/** URLs of the three servers, ours or given. */
interface ServerUrls {
  readonly database: string;
  readonly brokers: string;
  readonly redis: string;
}

/** A county's stack from its plan: `start` brings all of it up, `stop` leaves nothing running. */
export class LocalStack {
  readonly #plan: StackPlan;
  readonly #say: Say;
  readonly #ledger: RunLedger;
  readonly #processes: ProcessGroup;
  #file: StackFile | undefined;

  constructor(plan: StackPlan, say: Say) {
    this.#plan = plan;
    this.#say = say;
    this.#ledger = new RunLedger(plan.county.profile.county);
    this.#processes = new ProcessGroup(this.#listener());
  }

  /**
   * Side by side what can be: the services wait for their schema, and load while the broker still starts; their consumers find it by
   * themselves. Gives what stands in stack.json. @throws Error of the first part that fails; call `stop` then
   */
  async start(): Promise<StackFile> {
    const { database, brokers, cache } = await this.#servers();
    const urls = { database: database.url, brokers: brokers.url, redis: cache.url };
    await Promise.all([
      this.#server('Apache Kafka 消息总线', brokers)
        .then(() => this.#topics(urls.brokers))
        .then((topics) => this.#grantAnalyst(urls.brokers, topics)),
      this.#server('Redis 缓存', cache),
      this.#part('token issuer 令牌签发', 'server', issuerProgram(this.#plan)),
      this.#server('PostgreSQL 数据库', database)
        .then(() => this.#schemas(urls.database))
        .then((schema) => this.#services(schema, urls)),
    ]);
    await this.#part('gateway 网关', 'edge', gatewayProgram(this.#plan));
    await this.#load(this.#describe(urls));
    this.#file = this.#describe(urls);
    writeStackFile(this.#file);
    return this.#file;
  }

  async stop(): Promise<void> {
    this.#file = undefined;
    removeStackFile();
    await this.#processes.stop();
    this.#ledger.close();
  }

  /** Ends everything at once, without asking. */
  kill(): void {
    removeStackFile();
    this.#processes.kill();
  }

  async #servers(): Promise<Record<'database' | 'brokers' | 'cache', Server>> {
    const { home, ports, secrets, given } = this.#plan;
    const options = { home, ports, given, databasePassword: secrets.databasePassword };
    const fetching = () =>
      this.#say.line('  … fetching Apache Kafka and Redis with Maven, once / 首次运行，正在下载 Kafka 与 Redis');
    if (!given.KAFKA_BROKERS) await ensureJars(fetching);
    const [database, brokers, cache] = await Promise.all([databaseServer(options), brokerServer(options), cacheServer(options)]);
    return { database, brokers, cache };
  }

  #schemas(databaseUrl: string): Promise<Schema> {
    return this.#say.step('schemas and tables 数据库结构', () => migrateAll(databaseUrl, this.#plan.secrets.roleSecret));
  }

  async #services(schema: Schema, { brokers, redis }: ServerUrls): Promise<void> {
    const surroundings = { brokers, redis, scheduler: this.#plan.scheduler };
    await Promise.all(
      serviceParts.map((part) => {
        const program = serviceProgram(this.#plan, part, { databaseUrl: schema.urlOf(part), ...surroundings });
        return this.#part(`${part.name} ${part.labelZh}`, 'service', program);
      }),
    );
  }

  async #load(file: StackFile): Promise<void> {
    await this.#say.step(
      'county data 县域数据',
      () => loadCounty(file, this.#plan.load),
      (counts) => counts.map(told).join(', '),
    );
    const analyst = officeClient(file, 'analyst');
    const names = serviceParts.map(({ name }) => name);
    await this.#say.step(
      'news heard by all 消息已送达',
      () => untilHeard(analyst, names),
      (heard) => (heard ? '' : 'not yet, see /events/parked 尚未全部送达'),
    );
  }

  async #server(name: string, { url, spec }: Server): Promise<void> {
    if (spec) await this.#part(name, 'server', spec);
    else await this.#given(name, url);
  }

  async #given(name: string, url: string): Promise<void> {
    if (!(await answers(url))) {
      const at = url.replace(/\/\/.*@/, '//');
      throw new NotPossible(`${name} was given by the environment, but nothing answers at ${at} / 已指定的地址无法连接`);
    }
    this.#say.line(`  ✓ ${name}: given by the environment / 使用已指定的地址`);
  }

  #part(name: string, layer: Parameters<ProcessGroup['start']>[0], spec: Parameters<ProcessGroup['start']>[1]): Promise<void> {
    return this.#say.step(name, () => this.#processes.start(layer, spec));
  }

  #topics(brokers: string): Promise<readonly string[]> {
    return this.#say.step(
      'topics 主题',
      () => createTopics(brokers.split(',')),
      ({ length }) => `${length}`,
    );
  }

  /** At a broker that was given its keeper grants rights. */
  async #grantAnalyst(brokers: string, topics: readonly string[]): Promise<void> {
    const { home, secrets, given } = this.#plan;
    if (given.KAFKA_BROKERS) return;
    const { brokers: analystBrokers } = this.#analystBrokers();
    const at = { brokers: brokers.split(','), analystBrokers, directory: home.directory };
    const access = { ...at, password: secrets.analystPassword, topics };
    await this.#say.step("analyst's user 分析员只读账户", () => grantAnalyst(access));
  }

  #analystBrokers(): NonNullable<StackFile['analystBrokers']> {
    const { ports, secrets } = this.#plan;
    const brokers = [`127.0.0.1:${ports.kafkaAnalyst}`];
    return { brokers, mechanism: 'SCRAM-SHA-512', username: analystUser, password: secrets.analystPassword };
  }

  #listener(): GroupListener {
    return {
      spawned: (name, pid) => {
        this.#ledger.spawned(name, pid);
        this.#rewrite();
      },
      exited: (_name, pid) => this.#ledger.exited(pid),
      news: (spec, news) => {
        const name = `${spec.name} ${spec.labelZh}`;
        if (news.kind === 'back') this.#say.line(`  ✓ ${name} is back after ${news.seconds.toFixed(1)} s / 已恢复`);
        else
          this.#say.line(
            `  ! ${name} ended (${news.how}); starting it again in ${news.seconds} s / 意外退出，即将重启 (log: ${spec.logFile})`,
          );
      },
    };
  }

  /** Processes that were started again have new numbers. */
  #rewrite(): void {
    if (!this.#file) return;
    const pids = this.#processes.pids();
    const services = Object.entries(this.#file.services).map(([name, service]) => [
      name,
      { ...service, pid: pids[name] ?? service.pid },
    ]);
    this.#file = { ...this.#file, pids, services: Object.fromEntries(services) };
    writeStackFile(this.#file);
  }

  #describe(urls: ServerUrls): StackFile {
    const { county, ports, home, given, clients } = this.#plan;
    const gateway = `http://127.0.0.1:${ports.gateway}`;
    const issuer = issuerUrl(this.#plan);
    const pids = this.#processes.pids();
    const services = serviceParts.map(({ name }) => [
      name,
      {
        url: `${gateway}/${name}`,
        directUrl: serviceUrl(this.#plan, name),
        openapi: `${gateway}/${name}/openapi.json`,
        docs: `${gateway}/${name}/docs`,
        pid: pids[name],
        log: home.log(name),
      },
    ]);
    return {
      county: county.profile.county,
      readyAt: formatInstant(new Date()),
      owner: this.#ledger.owner,
      gateway,
      services: Object.fromEntries(services),
      brokers: urls.brokers.split(','),
      ...(!given.KAFKA_BROKERS && { analystBrokers: this.#analystBrokers() }),
      database: urls.database,
      redis: urls.redis,
      issuer: { url: issuer, tokenEndpoint: `${issuer}/token`, jwksUri: `${issuer}/jwks`, audience },
      pids,
      logs: home.logs,
      given: serverVariables.filter((name) => given[name]),
      clients: [...clients],
    };
  }
}
