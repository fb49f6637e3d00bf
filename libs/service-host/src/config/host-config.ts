import { z } from 'zod';
import { ConfigRefused, parseAll, type ConfigFault } from './faults.ts';

const flag = z
  .literal('1')
  .optional()
  .transform((value) => value === '1');
const url = (protocols: RegExp) => z.url({ protocol: protocols });

/** The environment of a service, the same for all six. Secrets have no defaults. */
export const hostConfigSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe('TCP port of HTTP; 0 lets the system choose (端口)'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen at; 0.0.0.0 in a container (监听地址)'),
  DATABASE_URL: url(/^postgres(ql)?$/).describe("URL of the service's own role in PostgreSQL (数据库地址, 含本服务角色)"),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10).describe('Connections at most (连接数上限)'),
  DATABASE_WAIT_S: z.coerce
    .number()
    .int()
    .min(0)
    .max(600)
    .default(30)
    .describe('Seconds to wait for database and schema at start (启动等待秒数)'),
  KAFKA_BROKERS: z
    .string()
    .min(1)
    .transform((text) => text.split(','))
    .describe('host:port, comma separated (Kafka 地址)'),
  KAFKA_SASL_MECHANISM: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional().describe('SASL mechanism (认证机制)'),
  KAFKA_SASL_USERNAME: z.string().min(1).optional().describe('SASL user (认证用户)'),
  KAFKA_SASL_PASSWORD: z.string().min(1).optional().describe('SASL password, a secret (认证口令)'),
  KAFKA_TLS_CA_FILE: z.string().min(1).optional().describe('CA bundle in PEM; switches TLS on (CA 证书文件)'),
  REDIS_URL: url(/^rediss?$/).describe('URL of the cache; it may be away (缓存地址)'),
  ISSUER: url(/^https?$/).describe('Issuer of access tokens, claim iss (令牌签发者)'),
  JWKS_URL: url(/^https?$/).describe('Keys of the issuer (签发者公钥地址)'),
  AUDIENCE: z.string().min(1).default('yigongti').describe('Claim aud that tokens must carry (令牌受众)'),
  COUNTY_PROFILE: z.string().min(1).describe('Path of the county profile in YAML (县域配置文件)'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('Least level written (日志级别)'),
  LOCAL_STACK: flag.describe('1 only in the local stack: allows plain http and lifted limits (本机演示栈)'),
  LATE_ENTRY: z
    .literal('unlimited')
    .optional()
    .describe('unlimited lifts the late-entry limit; only with LOCAL_STACK=1 (取消补录期限)'),
  SCHEDULER: flag.describe("1 runs the service's sweeps on their schedule (定时任务)"),
  DRAIN_DELAY_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(60_000)
    .default(0)
    .describe('Milliseconds between not ready and closing, for load balancers (摘流等待毫秒)'),
  SHUTDOWN_MS: z.coerce
    .number()
    .int()
    .min(1_000)
    .max(600_000)
    .default(25_000)
    .describe('Milliseconds after which a stop is forced (停机时限毫秒)'),
});

export type HostConfig = z.output<typeof hostConfigSchema>;

/** Passwords that everybody knows: those of images, samples and tutorials. */
const knownPasswords = new Set([
  '',
  'postgres',
  'password',
  'passw0rd',
  'changeme',
  'change-me',
  'secret',
  'admin',
  'root',
  'test',
  'yigongti',
  '123456',
  '12345678',
  'example',
]);

/** Reads and judges the environment. @throws ConfigRefused with every fault */
export function readHostConfig(environment: Readonly<Record<string, string | undefined>>): HostConfig {
  const config = parseAll(hostConfigSchema, withoutEmpty(environment), 'environment 环境变量');
  const faults = config.LOCAL_STACK ? [] : insecurities(config);
  if (faults.length > 0) throw new ConfigRefused('environment 环境变量', faults);
  return config;
}

/** Compose files and charts write an unset key as an empty one. */
export function withoutEmpty(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => (entry[1] ?? '') !== ''));
}

/** What only the local stack may do. */
function insecurities(config: HostConfig): ConfigFault[] {
  const faults: ConfigFault[] = [];
  const only = { zh: '仅限本机演示栈', en: 'only allowed in the local stack' };
  if (config.LATE_ENTRY) faults.push({ at: 'LATE_ENTRY', ...only });
  for (const key of ['ISSUER', 'JWKS_URL'] as const) {
    if (config[key].startsWith('http:')) faults.push({ at: key, zh: '须为 https', en: 'must be https' });
  }
  const { username, password } = new URL(config.DATABASE_URL);
  if (knownPasswords.has(decodeURIComponent(password)) || password === username) {
    faults.push({ at: 'DATABASE_URL', zh: '口令为空或为公开的默认口令', en: 'the password is missing or a known default' });
  }
  const kafka = config.KAFKA_SASL_PASSWORD;
  if (kafka !== undefined && (knownPasswords.has(kafka) || kafka === config.KAFKA_SASL_USERNAME)) {
    faults.push({ at: 'KAFKA_SASL_PASSWORD', zh: '口令为公开的默认口令', en: 'the password is a known default' });
  }
  return faults;
}
