import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureJars } from './jars.ts';
import { portAccepts } from './probes.ts';
import type { ProcessSpec } from './process-spec.ts';

export interface KafkaOptions {
  readonly directory: string;
  readonly logFile: string;
  readonly port: number;
  readonly controllerPort: number;
  /** Port of the listener for analysts: SASL with SCRAM, and only what the ACLs of its users allow. None without it. */
  readonly analystPort?: number;
}

const run = promisify(execFile);

/** A real Apache Kafka of one node (KRaft: broker and controller in one process), from its jars. */
export async function kafkaServer(options: KafkaOptions): Promise<ProcessSpec & { readonly url: string }> {
  const { lib } = await ensureJars();
  return {
    name: 'kafka',
    labelZh: '消息总线',
    url: `127.0.0.1:${options.port}`,
    command: [javaCommand(), ...javaOptions, '-cp', join(lib, '*'), 'kafka.Kafka', configurationFile],
    cwd: options.directory,
    env: javaEnvironment,
    logFile: options.logFile,
    prepare: () => prepareBroker(lib, options),
    isReady: () => portAccepts(options.port),
    stopSignal: 'SIGTERM',
    startWithin: 60_000,
    stopWithin: 15_000,
  };
}

const configurationFile = 'server.properties';
const logDirectory = 'log';
// Property files are read as Latin-1 and file names by the locale: paths are relative, and folders with Chinese names work.
const javaEnvironment = { LC_ALL: 'C.UTF-8' };

/** JAVA_HOME where it is set, as Java's own programs do. */
export function javaCommand(): string {
  return process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
}

// A quick start matters more here than the last throughput: first compiler tier only, the collector with the least overhead.
const javaOptions = [
  '-Xmx512m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
  '-Dorg.slf4j.simpleLogger.showDateTime=true',
];

/** Writes the configuration (ports may differ from the last start) and formats the log directory, once. */
async function prepareBroker(lib: string, options: KafkaOptions): Promise<void> {
  const inside = (name: string) => join(options.directory, name);
  await mkdir(options.directory, { recursive: true });
  await writeFile(inside(configurationFile), properties(logDirectory, options));
  const formatted = await access(inside(`${logDirectory}/meta.properties`)).then(
    () => true,
    () => false,
  );
  if (formatted) return;
  // Beside the place, then moved there: an interrupted start leaves no directory that is half made.
  const fresh = `${logDirectory}.new`;
  await rm(inside(fresh), { recursive: true, force: true });
  await rm(inside(logDirectory), { recursive: true, force: true });
  await writeFile(inside('format.properties'), properties(fresh, options));
  const clusterId = randomBytes(16).toString('base64url').replace(/^-/, 'A');
  const tool = ['-cp', join(lib, '*'), 'kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', 'format.properties'];
  const java = { cwd: options.directory, env: { ...process.env, ...javaEnvironment } };
  await run(javaCommand(), ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', ...tool], java);
  await rename(inside(fresh), inside(logDirectory));
}

/** Where analysts sign in: who comes by it is a user with rights of his own. */
function analystListener(port: number) {
  return {
    address: `,ANALYST://127.0.0.1:${port}`,
    settings: {
      'listener.name.analyst.sasl.enabled.mechanisms': 'SCRAM-SHA-512',
      'listener.name.analyst.scram-sha-512.sasl.jaas.config': 'org.apache.kafka.common.security.scram.ScramLoginModule required;',
    },
  };
}

function properties(directory: string, { port, controllerPort, analystPort }: KafkaOptions): string {
  const analyst = analystPort === undefined ? { address: '', settings: {} } : analystListener(analystPort);
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}${analyst.address}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}${analyst.address}`,
    'inter.broker.listener.name': 'PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    // A quorum by configuration: the dynamic one remembers the controller's port, and ours may change.
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,ANALYST:SASL_PLAINTEXT',
    // Services come by the loopback listener, which has no users: they may do everything, whoever signs in only what is granted.
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'super.users': 'User:ANONYMOUS',
    ...analyst.settings,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 5,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    'auto.create.topics.enable': false,
    // After kill -9 a broker waits for its own old registration to lapse: 3 s with these, 11 s with the defaults.
    'broker.session.timeout.ms': 2000,
    'broker.heartbeat.interval.ms': 500,
    'controller.quorum.election.timeout.ms': 200,
    'controller.quorum.fetch.timeout.ms': 500,
    'log.dirs': directory,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
