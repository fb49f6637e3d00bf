import { serviceSchemas, type ServiceName } from '@yigongti/database';
import { findStack, type StackFile } from '@yigongti/tool-local';
import { awayFailure, usageFailure } from '../failure.ts';

export const serviceNames = Object.keys(serviceSchemas) as ServiceName[];

export interface BrokerAddress {
  readonly brokers: readonly string[];
  readonly sasl?: { readonly username: string; readonly password: string };
}

/** The suite that a command is for: where it is, and as whom to ask it. */
export interface Target {
  readonly county: string;
  readonly gateway: string;
  readonly tokenEndpoint: string;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  /** Null where nobody said where Kafka is. */
  readonly kafka: BrokerAddress | null;
  /** The clone's own running stack; null for a suite somewhere else. */
  readonly stack: StackFile | null;
}

/** As which of the local stack's offices a command asks. */
export type Office = 'operator' | 'analyst';

/**
 * The suite that the environment names (`YIGONGTI_URL` and its like), else this clone's running stack.
 * @throws Failure where there is neither
 */
export function findTarget(office: Office = 'operator', environment: NodeJS.ProcessEnv = process.env): Target {
  if (environment.YIGONGTI_URL) return named(environment.YIGONGTI_URL, environment);
  const found = findStack();
  if (found.state === 'running') return local(found.stack, office);
  if (found.state === 'stale')
    throw awayFailure(
      'The stack of this clone was killed: npm stop clears up, npm start starts it again',
      '上次运行被强制结束：先 npm stop 清理，再 npm start',
    );
  throw awayFailure(
    'No stack is running in this clone: npm start starts one, or name a suite with YIGONGTI_URL',
    '没有运行中的服务：npm start 启动，或用 YIGONGTI_URL 指定',
  );
}

function local(stack: StackFile, office: Office): Target {
  const client = stack.clients.find(({ clientId }) => clientId === office);
  if (!client) throw awayFailure(`The stack has no client "${office}"`, `缺少客户端 ${office}`);
  return {
    county: stack.county,
    gateway: stack.gateway,
    tokenEndpoint: stack.issuer.tokenEndpoint,
    client,
    kafka: brokersOf(stack, office),
    stack,
  };
}

/** An analyst reads by the listener that is made for it, where there is one. */
function brokersOf({ brokers, analystBrokers }: StackFile, office: Office): BrokerAddress {
  if (office !== 'analyst' || !analystBrokers) return { brokers };
  const { username, password } = analystBrokers;
  return { brokers: analystBrokers.brokers, sasl: { username, password } };
}

const needed = ['YIGONGTI_TOKEN_ENDPOINT', 'YIGONGTI_CLIENT_ID', 'YIGONGTI_CLIENT_SECRET'] as const;

function named(url: string, environment: NodeJS.ProcessEnv): Target {
  const missing = needed.filter((name) => !environment[name]);
  if (missing.length > 0) throw usageFailure(`YIGONGTI_URL also needs ${missing.join(', ')}`, `还须设置 ${missing.join('、')}`);
  const { YIGONGTI_BROKERS: brokers, YIGONGTI_SASL_USERNAME: username, YIGONGTI_SASL_PASSWORD: password } = environment;
  return {
    county: new URL(url).host,
    gateway: url.replace(/\/$/, ''),
    tokenEndpoint: environment.YIGONGTI_TOKEN_ENDPOINT!,
    client: { clientId: environment.YIGONGTI_CLIENT_ID!, clientSecret: environment.YIGONGTI_CLIENT_SECRET! },
    kafka: brokers ? { brokers: brokers.split(','), ...(username && password && { sasl: { username, password } }) } : null,
    stack: null,
  };
}
