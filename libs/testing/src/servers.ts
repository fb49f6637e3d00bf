/** A server that the running tier does not have: the message says which and how to get it. */
function handed(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(
      `${name} is not set: run the spec in a tier with servers (TEST_TIER=int, component or journey), which starts what is missing`,
    );
  }
  return value;
}

/** URL of an administrator of the PostgreSQL server for tests. Specs want `testDatabase` instead. */
export function testDatabaseServer(): string {
  return handed('TEST_DATABASE_URL');
}

/** Addresses of the Kafka brokers for tests. All specs share them: take topic and group names from `uniqueName`. */
export function testBrokers(): string[] {
  return handed('TEST_KAFKA_BROKERS').split(',');
}

/** URL of the Redis for tests. All specs share it: take key prefixes from `uniqueName`. */
export function testRedis(): string {
  return handed('TEST_REDIS_URL');
}
