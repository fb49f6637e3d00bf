import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { formatInstant } from '@yigongti/kernel';
import { KafkajsBroker } from '@yigongti/messaging';
import { launchTestServers } from '@yigongti/tool-local';
import { BenchDatabase } from './bench-database.ts';
import { measure, type Comparison, type Result } from './comparison.ts';
import { consumeComparison } from './consume-comparison.ts';
import { relayComparison } from './relay-comparison.ts';
import { header, lines, type Surroundings } from './report.ts';
import { contractRow, writeComparison } from './write-comparison.ts';

const usage = 'npm run bench [-- --json FILE] [--rounds N]    prints ratios of the event path against their limits';

/** Measures everything once and prints it; never fails for a figure. Gives the exit code. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { json: { type: 'string' }, rounds: { type: 'string', default: '5' }, help: { type: 'boolean' } },
  });
  const rounds = Number(values.rounds);
  if (values.help || !Number.isInteger(rounds) || rounds < 1) {
    console.log(usage);
    return values.help ? 0 : 1;
  }
  console.log('starting PostgreSQL and Kafka 启动服务器 …');
  const servers = await launchTestServers({ durable: true });
  try {
    const { TEST_DATABASE_URL: database = '', TEST_KAFKA_BROKERS: brokers = '' } = servers.urls;
    const report = await runAll(database, brokers.split(','), rounds);
    if (values.json) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
    return 0;
  } finally {
    await servers.stop();
  }
}

interface Report extends Surroundings {
  readonly results: readonly Result[];
}

async function runAll(server: string, brokers: string[], rounds: number): Promise<Report> {
  const database = await BenchDatabase.create(server, [contractRow]);
  const broker = new KafkajsBroker({ brokers, clientId: 'bench' });
  const [relayTopic, consumeTopic] = ['relay', 'consume'].map((name) => `bench.${name}.${randomBytes(6).toString('hex')}`);
  try {
    const topics = [relayTopic!, consumeTopic!];
    await broker.ensureTopics(topics.map((name) => ({ name, partitions: 12, replicationFactor: 1, settings: {} })));
    const [first] = cpus();
    const surroundings = {
      at: formatInstant(new Date()),
      node: process.version,
      postgres: await database.version(),
      cpus: cpus().length,
      cpu: first?.model.trim() ?? 'unknown',
      rounds,
    };
    console.log(header(surroundings));
    const results = [await show(await writeComparison(database), rounds)];
    const relay = await relayComparison(database, brokers, relayTopic!);
    results.push(await show(relay, rounds));
    await relay.close();
    results.push(await show(await consumeComparison({ database, broker, brokers, topic: consumeTopic! }), rounds));
    return { ...surroundings, results };
  } finally {
    await broker.close(10_000);
    await database.close();
  }
}

async function show(comparison: Comparison, rounds: number): Promise<Result> {
  const { stdout } = process;
  const progress = (done: number) => stdout.isTTY && stdout.write(`\r${comparison.name}: round ${done} of ${rounds}\u001b[K`);
  const result = await measure(comparison, rounds, progress);
  if (stdout.isTTY) stdout.write('\r\u001b[K');
  console.log(lines(result));
  return result;
}
