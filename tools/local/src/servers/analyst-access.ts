import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import kafkajs from 'kafkajs';
import { KafkajsBroker } from '@yigongti/messaging';
import { javaCommand } from './kafka.ts';
import { ensureJars } from './jars.ts';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;
const run = promisify(execFile);

/** The Kafka user that reads the topics of the suite, and can do nothing else. */
export const analystUser = 'analyst';
/** Groups that the user may join: none of a service, whose offsets it must not touch. */
export const analystGroupPrefix = 'analyst-';

export interface AnalystAccess {
  /** The listener that may do everything. */
  readonly brokers: readonly string[];
  readonly analystBrokers: readonly string[];
  readonly password: string;
  readonly topics: readonly string[];
  /** For a file that holds the password for a moment; only its owner may read it. */
  readonly directory: string;
}

/** Makes the analyst's user and its rights, where they are not there yet. Said again it changes nothing. */
export async function grantAnalyst(access: AnalystAccess): Promise<void> {
  await grantRights(access);
  if (!(await signsIn(access))) await setPassword(access);
}

async function grantRights({ brokers, topics }: AnalystAccess): Promise<void> {
  const admin = new kafkajs.Kafka({
    brokers: [...brokers],
    clientId: 'yigongti-local-stack',
    logLevel: kafkajs.logLevel.NOTHING,
  }).admin();
  const right = { principal: `User:${analystUser}`, host: '*', permissionType: AclPermissionTypes.ALLOW };
  const topic = { ...right, resourceType: AclResourceTypes.TOPIC, resourcePatternType: ResourcePatternTypes.LITERAL };
  const group = { ...right, resourceType: AclResourceTypes.GROUP, resourcePatternType: ResourcePatternTypes.PREFIXED };
  await admin.connect();
  try {
    await admin.createAcls({
      acl: [
        ...topics.map((resourceName) => ({ ...topic, resourceName, operation: AclOperationTypes.READ })),
        { ...group, resourceName: analystGroupPrefix, operation: AclOperationTypes.READ },
      ],
    });
  } finally {
    await admin.disconnect();
  }
}

/** Whether the user is there with this password: a data folder keeps it from one start to the next. */
async function signsIn({ analystBrokers, password }: AnalystAccess): Promise<boolean> {
  const sasl = { mechanism: 'scram-sha-512' as const, username: analystUser, password };
  const broker = new KafkajsBroker({ brokers: analystBrokers, clientId: 'yigongti-local-stack', sasl });
  try {
    return await broker.ping();
  } finally {
    await broker.close(2_000);
  }
}

/** By Kafka's own tool: kafkajs cannot. The password goes by a file, since arguments are seen by everybody on the machine. */
async function setPassword({ brokers, password, directory }: AnalystAccess): Promise<void> {
  const { lib } = await ensureJars();
  const file = join(directory, `analyst.${randomBytes(6).toString('hex')}.properties`);
  await writeFile(file, `SCRAM-SHA-512=password=${password}\n`, { mode: 0o600 });
  const user = ['--entity-type', 'users', '--entity-name', analystUser];
  const change = ['--bootstrap-server', brokers.join(','), '--alter', '--add-config-file', file, ...user];
  const java = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Dorg.slf4j.simpleLogger.defaultLogLevel=error'];
  try {
    await run(javaCommand(), [...java, '-cp', join(lib, '*'), 'kafka.admin.ConfigCommand', ...change]).catch(withoutPassword);
  } finally {
    await rm(file, { force: true });
  }

  // What the tool prints repeats what it was given.
  function withoutPassword({ stderr, message }: Error & { readonly stderr?: string }): never {
    throw new Error(`Kafka did not take the analyst's password: ${(stderr || message).replaceAll(password, '***').trim()}`);
  }
}
