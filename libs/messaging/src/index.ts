export * from './broker.ts';
export * from './bucket.ts';
export * from './cause.ts';
export * from './messaging-settings.ts';
export * from './outbox.ts';
export * from './stale-version.ts';
export * from './subscription.ts';
export * from './tables.sql.ts';
