import { randomBytes } from 'node:crypto';
import { GenericContainer, Wait } from 'testcontainers';
import { findPorts } from '../servers/ports.ts';
import type { TestServer, TestServerStarters } from './test-server.ts';

/** The test servers as containers, for a machine with a Docker engine that may pull images (TEST_INFRA=containers). */
export const containers: TestServerStarters = {
  TEST_DATABASE_URL: postgresContainer,
  TEST_KAFKA_BROKERS: kafkaContainer,
  TEST_REDIS_URL: redisContainer,
};

/** As `servers/postgres.ts` makes and runs one for tests: the same order of strings, the same time zone. */
const clusterOptions = '--encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8';
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200', 'timezone=Asia/Shanghai'];

async function postgresContainer(): Promise<TestServer> {
  const password = randomBytes(18).toString('base64url');
  const container = await new GenericContainer('postgres:18.1-alpine')
    .withEnvironment({ POSTGRES_PASSWORD: password, POSTGRES_INITDB_ARGS: clusterOptions })
    .withCommand(settings.flatMap((setting) => ['-c', setting]))
    .withExposedPorts(5432)
    // The image starts the server once to initialise it, and then for good.
    .withWaitStrategy(Wait.forLogMessage(/ready to accept connections/, 2))
    .start();
  const at = `${container.getHost()}:${container.getMappedPort(5432)}`;
  return { url: `postgres://postgres:${password}@${at}/postgres`, stop: async () => void (await container.stop()) };
}

/** A broker tells its clients where it is, so its port must be known before it starts. */
async function kafkaContainer(): Promise<TestServer> {
  const [port = 0] = await findPorts([0]);
  const container = await new GenericContainer('apache/kafka:4.3.1')
    .withEnvironment({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_LISTENERS: `PLAINTEXT://0.0.0.0:${port},CONTROLLER://127.0.0.1:9093`,
      KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://127.0.0.1:${port}`,
      KAFKA_INTER_BROKER_LISTENER_NAME: 'PLAINTEXT',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@127.0.0.1:9093',
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '5',
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
      KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    })
    .withExposedPorts({ container: port, host: port })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .start();
  return { url: `127.0.0.1:${port}`, stop: async () => void (await container.stop()) };
}

async function redisContainer(): Promise<TestServer> {
  const container = await new GenericContainer('redis:7.4.1-alpine').withExposedPorts(6379).start();
  const at = `${container.getHost()}:${container.getMappedPort(6379)}`;
  return { url: `redis://${at}`, stop: async () => void (await container.stop()) };
}
