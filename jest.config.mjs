import { swcOptions } from './tools/local/swc-options.mjs';

const { swcrc, configFile, ...options } = swcOptions;
const tier = process.env.TEST_TIER ?? 'rule';
/** Tiers whose specs talk to PostgreSQL, Kafka or Redis. A journey starts a whole stack of its own. */
const withServers = ['int', 'component'].includes(tier);
const infixed = ['int', 'component', 'contract', 'journey'];

/** One tier a run: the tier is in the file's name (docs/testing.md). */
export default {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/libs', '<rootDir>/services', '<rootDir>/tools'],
  testMatch: tier === 'rule' ? ['**/*.spec.ts'] : [`**/*.${tier}.spec.ts`],
  testPathIgnorePatterns: [
    '/node_modules/',
    '/dist/',
    '/violations/',
    ...(tier === 'rule' ? infixed.map((name) => `\\.${name}\\.spec\\.ts$`) : []),
  ],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...options, swcrc, configFile }] },
  testEnvironmentOptions: { customExportConditions: ['@yigongti/source', 'node', 'node-addons'] },
  setupFiles: ['reflect-metadata'],
  ...(withServers && {
    globalSetup: '<rootDir>/tools/local/jest/setup.mjs',
    globalTeardown: '<rootDir>/tools/local/jest/teardown.mjs',
  }),
  // A database is copied and a service booted before the first test; a machine under load takes its time over that.
  testTimeout: withServers ? 30_000 : 10_000,
  workerIdleMemoryLimit: '900MB',
  maxWorkers: 2,
};
