import { swcOptions } from './tools/local/swc-options.mjs';

const { swcrc, configFile, ...options } = swcOptions;
const tier = process.env.TEST_TIER ?? 'rule';
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
  workerIdleMemoryLimit: '900MB',
  maxWorkers: 2,
};
