import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import kafkajs from 'kafkajs';
import pg from 'pg';
import { KafkajsBroker } from '@yigongti/messaging';
import { eventually } from '@yigongti/testing';
import { kafkaServer } from './kafka.ts';
import { findPorts } from './ports.ts';
import { postgresServer } from './postgres.ts';
import type { ProcessSpec } from './process-spec.ts';
import { SupervisedProcess } from './supervised-process.ts';

describe('a server of the local stack', () => {
  let directory: string;
  let server: SupervisedProcess | undefined;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'durability-'));
  });
  afterEach(async () => {
    await server?.stop();
    rmSync(directory, { recursive: true, force: true });
  });
  const logFile = () => join(directory, 'server.log');
  const start = async (spec: ProcessSpec) => {
    server = new SupervisedProcess(spec, {}, 50);
    await server.start();
    return server;
  };
  const killed = async (running: SupervisedProcess) => {
    const { pid } = running;
    process.kill(pid!, 'SIGKILL');
    await eventually('its return', () => running.state === 'ready' && running.pid !== pid, { within: 30_000 });
  };

  it('PostgreSQL keeps what was committed through kill -9, and through a restart at another port', async () => {
    const at = async (port: number) =>
      postgresServer({
        directory: join(directory, 'postgres'),
        logFile: logFile(),
        port,
        password: 'of-this-spec',
        durable: true,
      });
    const [first = 0, second = 0] = await findPorts([0, 0]);
    const spec = await at(first);
    const running = await start(spec);
    await ask(spec.url, 'create table note (id int)');
    await ask(spec.url, 'insert into note values (7)');
    await killed(running);
    expect(await ask(spec.url, 'select id from note')).toEqual([{ id: 7 }]);
    await running.stop();
    const moved = await at(second);
    await start(moved);
    expect(await ask(moved.url, 'select id from note')).toEqual([{ id: 7 }]);
    await expect(ask(moved.url.replace('of-this-spec', 'guessed'), 'select 1')).rejects.toThrow('password authentication failed');
  }, 60_000);

  it('Kafka keeps what was acknowledged through kill -9, and through a restart at other ports', async () => {
    const at = async (port: number, controllerPort: number) =>
      kafkaServer({ directory: join(directory, 'kafka'), logFile: logFile(), port, controllerPort });
    const [port = 0, controllerPort = 0, otherPort = 0, otherControllerPort = 0] = await findPorts([0, 0, 0, 0]);
    const spec = await at(port, controllerPort);
    const running = await start(spec);
    await produceOne(spec.url);
    await killed(running);
    expect(await recordsIn(spec.url)).toBe(1);
    await running.stop();
    const moved = await at(otherPort, otherControllerPort);
    await start(moved);
    expect(await recordsIn(moved.url)).toBe(1);
  }, 90_000);
});

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as unknown[];
  } finally {
    await client.end();
  }
}

const topic = { name: 'note.v1', partitions: 1, replicationFactor: 1, settings: {} };

async function produceOne(url: string): Promise<void> {
  const broker = new KafkajsBroker({ brokers: [url], clientId: 'durability' });
  await broker.ensureTopics([topic]);
  await broker.produce([{ topic: topic.name, key: 'k', value: '{}', headers: {} }]);
  await broker.close(5_000);
}

function recordsIn(url: string): Promise<number> {
  const admin = new kafkajs.Kafka({ brokers: [url], logLevel: kafkajs.logLevel.NOTHING }).admin();
  return eventually(
    'the topic to be served',
    async () => {
      await admin.connect();
      const [offsets] = await admin.fetchTopicOffsets(topic.name);
      await admin.disconnect();
      return Number(offsets?.high);
    },
    { within: 30_000 },
  );
}
