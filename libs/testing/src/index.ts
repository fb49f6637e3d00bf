export * from './eventually.ts';
export * from './fake-clock.ts';
export * from './sequential-ids.ts';
export * from './servers.ts';
export * from './service/index.ts';
export * from './test-database.ts';
export * from './unique-name.ts';
