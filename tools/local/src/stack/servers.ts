import { join } from 'node:path';
import { kafkaServer } from '../servers/kafka.ts';
import { postgresServer } from '../servers/postgres.ts';
import { portAccepts } from '../servers/probes.ts';
import type { ProcessSpec } from '../servers/process-spec.ts';
import { redisServer } from '../servers/redis.ts';
import type { Ports } from '../state/stack-ports.ts';
import type { StackHome } from '../state/stack-home.ts';

export const serverVariables = ['DATABASE_URL', 'KAFKA_BROKERS', 'REDIS_URL'] as const;
export type ServerVariable = (typeof serverVariables)[number];
export type GivenServers = Partial<Record<ServerVariable, string>>;

/** Servers that somebody else runs: the stack uses them and starts only what is missing. */
export function givenServers(environment: NodeJS.ProcessEnv = process.env): GivenServers {
  return Object.fromEntries(serverVariables.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
}

/** A server's URL, and how to run it where it is ours. */
export interface Server {
  readonly url: string;
  readonly spec?: ProcessSpec;
}

export interface ServerOptions {
  readonly home: StackHome;
  readonly ports: Ports;
  readonly databasePassword: string;
  readonly given: GivenServers;
}

export async function databaseServer({ home, ports, databasePassword, given }: ServerOptions): Promise<Server> {
  if (given.DATABASE_URL) return { url: given.DATABASE_URL };
  const directory = join(home.directory, 'postgres');
  const port = ports.postgres;
  return own(await postgresServer({ directory, port, logFile: home.log('postgres'), password: databasePassword, durable: true }));
}

export async function brokerServer({ home, ports, given }: ServerOptions): Promise<Server> {
  if (given.KAFKA_BROKERS) return { url: given.KAFKA_BROKERS };
  const directory = join(home.directory, 'kafka');
  const { kafka: port, kafkaController: controllerPort, kafkaAnalyst: analystPort } = ports;
  return own(await kafkaServer({ directory, port, controllerPort, analystPort, logFile: home.log('kafka') }));
}

export async function cacheServer({ home, ports, given }: ServerOptions): Promise<Server> {
  if (given.REDIS_URL) return { url: given.REDIS_URL };
  return own(await redisServer({ port: ports.redis, logFile: home.log('redis') }));
}

/** Default ports, for URLs that name none. */
const usualPorts: Readonly<Record<string, number>> = {
  'postgres:': 5432,
  'postgresql:': 5432,
  'redis:': 6379,
  'rediss:': 6379,
  'kafka:': 9092,
};

/** Whether anything listens at a given server's address, or at one of them where there are several. */
export async function answers(url: string): Promise<boolean> {
  const addresses = url.includes('://') ? [url] : url.split(',').map((broker) => `kafka://${broker}`);
  for (const address of addresses) {
    const { protocol, hostname, port } = new URL(address);
    if (await portAccepts(Number(port) || (usualPorts[protocol] ?? 0), hostname.replace(/^\[|\]$/g, ''))) return true;
  }
  return false;
}

function own(spec: ProcessSpec & { readonly url: string }): Server {
  return { url: spec.url, spec };
}
