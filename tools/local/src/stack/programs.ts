import type { ProcessSpec } from '../servers/process-spec.ts';
import { httpAnswers } from '../servers/probes.ts';
import { repositoryRoot } from '../repository.ts';
import { serviceParts, type ServicePart } from './parts.ts';
import type { StackPlan } from './stack-plan.ts';

export const audience = 'yigongti';

/** What a service is told beside its own place. */
export interface Surroundings {
  readonly databaseUrl: string;
  readonly brokers: string;
  readonly redis: string;
  readonly scheduler: boolean;
}

export function issuerUrl({ ports }: StackPlan): string {
  return `http://127.0.0.1:${ports.issuer}`;
}

export function issuerProgram(plan: StackPlan): ProcessSpec {
  return nodeProgram(plan, {
    name: 'issuer',
    labelZh: '令牌签发',
    main: 'tools/local/src/issuer/main.ts',
    probe: `${issuerUrl(plan)}/.well-known/openid-configuration`,
    env: {
      PORT: String(plan.ports.issuer),
      ISSUER: issuerUrl(plan),
      AUDIENCE: audience,
      ISSUER_FILE: plan.home.issuerFile,
      REGISTERED_CLIENTS_FILE: plan.home.registeredClients,
    },
  });
}

export function gatewayProgram(plan: StackPlan): ProcessSpec {
  const upstreams = Object.fromEntries(serviceParts.map(({ name }) => [name, serviceUrl(plan, name)]));
  return nodeProgram(plan, {
    name: 'gateway',
    labelZh: '网关',
    main: 'tools/local/src/gateway/main.ts',
    probe: `http://127.0.0.1:${plan.ports.gateway}/livez`,
    env: {
      PORT: String(plan.ports.gateway),
      UPSTREAMS: JSON.stringify(upstreams),
      ISSUER: issuerUrl(plan),
      COUNTY: plan.county.profile.county,
    },
  });
}

export function serviceProgram(plan: StackPlan, part: ServicePart, surroundings: Surroundings): ProcessSpec {
  const { secrets } = plan;
  return nodeProgram(plan, {
    name: part.name,
    labelZh: part.labelZh,
    main: `services/${part.name}/src/main.ts`,
    probe: `${serviceUrl(plan, part.name)}/readyz`,
    env: {
      PORT: String(plan.ports[part.name]),
      HOST: '127.0.0.1',
      DATABASE_URL: surroundings.databaseUrl,
      KAFKA_BROKERS: surroundings.brokers,
      REDIS_URL: surroundings.redis,
      ISSUER: issuerUrl(plan),
      JWKS_URL: `${issuerUrl(plan)}/jwks`,
      AUDIENCE: audience,
      COUNTY_PROFILE: plan.county.profile.path,
      LOCAL_STACK: '1',
      // A past month can be played.
      LATE_ENTRY: 'unlimited',
      SCHEDULER: surroundings.scheduler ? '1' : '',
      ...(part.name === 'registry' && {
        NATIONAL_ID_KEYS: secrets.nationalIdKeys,
        NATIONAL_ID_INDEX_KEYS: secrets.nationalIdIndexKeys,
      }),
    },
  });
}

export function serviceUrl({ ports }: StackPlan, name: ServicePart['name']): string {
  return `http://127.0.0.1:${ports[name]}`;
}

interface NodeProgram {
  readonly name: string;
  readonly labelZh: string;
  readonly main: string;
  readonly env: Readonly<Record<string, string>>;
  /** A GET here is answered with success when the program serves. */
  readonly probe: string;
}

/** Runs a program from its TypeScript sources on this very Node. For lines of the sources in stack traces: NODE_OPTIONS=--enable-source-maps. */
function nodeProgram({ home }: StackPlan, program: NodeProgram): ProcessSpec {
  const hook = ['-C', '@yigongti/source', '--import', './tools/local/swc-hook.mjs'];
  return {
    name: program.name,
    labelZh: program.labelZh,
    command: [process.execPath, ...hook, program.main],
    cwd: repositoryRoot,
    env: program.env,
    logFile: home.log(program.name),
    isReady: () => httpAnswers(program.probe),
    stopSignal: 'SIGTERM',
    startWithin: 60_000,
    // A service drains for up to 25 s (SHUTDOWN_MS) before it gives up by itself.
    stopWithin: 30_000,
  };
}
