import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import { KafkajsBroker, type IncomingRecord, type OutgoingRecord } from '@yigongti/messaging';
import { eventually } from '@yigongti/testing';
import { analystUser, grantAnalyst } from './analyst-access.ts';
import { kafkaServer } from './kafka.ts';
import { findPorts } from './ports.ts';
import { SupervisedProcess } from './supervised-process.ts';

const granted = 'test.granted.v1';
const other = 'test.other.v1';
const password = 'a-password-for-this-test-only';

/** Services come by the loopback listener, the analyst by its own: what the one may do, the other may not. */
describe("the analyst's user", () => {
  const directory = mkdtempSync(join(tmpdir(), 'yigongti-analyst-test-'));
  let server: SupervisedProcess;
  let brokers: string[];
  let analystBrokers: string[];
  let service: KafkajsBroker;
  let analyst: KafkajsBroker;
  let analystAdmin: kafkajs.Admin;

  const signedIn = (secret = password) =>
    new KafkajsBroker({
      brokers: analystBrokers,
      clientId: 'test-analyst',
      sasl: { mechanism: 'scram-sha-512', username: analystUser, password: secret },
    });
  const record = (topic: string): OutgoingRecord => ({ topic, key: 'k', value: '{}', headers: {} });
  const refused = (said: RegExp) => expect.objectContaining({ message: expect.stringMatching(said) });

  beforeAll(async () => {
    const [port = 0, controllerPort = 0, analystPort = 0] = await findPorts([0, 0, 0]);
    const logFile = join(directory, 'kafka.log');
    server = new SupervisedProcess(
      await kafkaServer({ directory: join(directory, 'kafka'), port, controllerPort, analystPort, logFile }),
    );
    await server.start();
    brokers = [`127.0.0.1:${port}`];
    analystBrokers = [`127.0.0.1:${analystPort}`];
    service = new KafkajsBroker({ brokers, clientId: 'test-service' });
    const settings = { partitions: 1, replicationFactor: 1, settings: {} };
    await service.ensureTopics([granted, other].map((name) => ({ name, ...settings })));
    await service.produce([record(granted), record(other)]);
    await grantAnalyst({ brokers, analystBrokers, password, topics: [granted], directory });
    analyst = signedIn();
    await eventually('the analyst can sign in', () => analyst.ping());
    const sasl = { mechanism: 'scram-sha-512' as const, username: analystUser, password };
    analystAdmin = new kafkajs.Kafka({ brokers: analystBrokers, sasl, logLevel: 0, retry: { retries: 0 } }).admin();
    await analystAdmin.connect();
  }, 120_000);

  afterAll(async () => {
    await analystAdmin?.disconnect();
    await Promise.all([service?.close(2_000), analyst?.close(2_000)]);
    await server?.stop();
    rmSync(directory, { recursive: true, force: true });
  }, 60_000);

  it('reads what it was granted, in a group of its own', async () => {
    const read: IncomingRecord[] = [];
    const handler = ({ records }: { records: readonly IncomingRecord[] }) => Promise.resolve(void read.push(...records));
    const consumption = await analyst.consume({ group: 'analyst-test', topics: [granted], chunkSize: 10, handler });
    await eventually('the record is read', () => read.length === 1, { within: 30_000 });
    await consumption.stop(5_000);
    expect((await analyst.lag('analyst-test', [granted])).map(({ committed, end }) => [committed, end])).toEqual([[1n, 1n]]);
  }, 60_000);

  it('sees no other topic', async () => {
    expect(await analystAdmin.listTopics()).toEqual([granted]);
    await expect(analyst.lag('analyst-test', [other])).rejects.toEqual(refused(/TOPIC_AUTHORIZATION_FAILED/));
  });

  it('writes nowhere', async () => {
    await expect(analyst.produce([record(granted)])).rejects.toEqual(refused(/TOPIC_AUTHORIZATION_FAILED/));
    await expect(analyst.produce([record(other)])).rejects.toEqual(refused(/TOPIC_AUTHORIZATION_FAILED/));
    expect(await service.lag('test-service', [granted, other])).toMatchObject([{ end: 1n }, { end: 1n }]);
  });

  it('deletes nothing: no topic, no records', async () => {
    await expect(analystAdmin.deleteTopics({ topics: [granted] })).rejects.toEqual(refused(/authorization failed/i));
    const partitions = [{ partition: 0, offset: '1' }];
    await expect(analystAdmin.deleteTopicRecords({ topic: granted, partitions })).rejects.toThrow();
    const [first] = await analystAdmin.fetchTopicOffsets(granted);
    expect(first).toMatchObject({ low: '0', high: '1' });
  });

  it('makes nothing: no topic, no partitions, no rights', async () => {
    const acl = {
      ...{ principal: `User:${analystUser}`, host: '*', resourceName: other, operation: 3, permissionType: 3 },
      ...{ resourceType: 2, resourcePatternType: 3 },
    };
    await expect(analystAdmin.createTopics({ topics: [{ topic: 'test.made.v1' }] })).rejects.toThrow();
    await expect(analystAdmin.createPartitions({ topicPartitions: [{ topic: granted, count: 2 }] })).rejects.toThrow();
    await expect(analystAdmin.createAcls({ acl: [acl] })).rejects.toEqual(refused(/authorization failed/i));
    expect((await service.lag('test-service', [granted])).length).toBe(1);
  });

  it('touches no group of a service', async () => {
    expect(await service.lag('settlement', [granted])).toHaveLength(1);
    // kafkajs says of a group that it may not see that it has no coordinator.
    await expect(analyst.lag('settlement', [granted])).rejects.toEqual(refused(/GroupCoordinatorNotFound|GROUP_AUTHORIZATION/));
    const partitions = [{ partition: 0, offset: '0' }];
    await expect(analystAdmin.setOffsets({ groupId: 'settlement', topic: granted, partitions })).rejects.toThrow();
    expect(await service.lag('settlement', [granted])).toMatchObject([{ committed: null }]);
  });

  it('is let in with its password only', async () => {
    const stranger = signedIn('another-password');
    expect(await stranger.ping()).toBe(false);
    await stranger.close(1_000);
    const nobody = new KafkajsBroker({ brokers: analystBrokers, clientId: 'test-nobody' });
    expect(await nobody.ping()).toBe(false);
    await nobody.close(1_000);
  }, 60_000);

  it('keeps its password and rights when they are granted again', async () => {
    await grantAnalyst({ brokers, analystBrokers, password, topics: [granted, other], directory });
    expect(await analyst.lag('analyst-test', [other])).toHaveLength(1);
  });
});
