/** What the specs read from their environment. */
export const testServerNames = ['TEST_DATABASE_URL', 'TEST_KAFKA_BROKERS', 'TEST_REDIS_URL'] as const;
export type TestServerName = (typeof testServerNames)[number];

export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** How each of them is started. */
export type TestServerStarters = Readonly<Record<TestServerName, () => Promise<TestServer>>>;
