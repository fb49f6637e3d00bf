export * from './audit.ts';
export * from './command-keys.ts';
export * from './data-source.ts';
export * from './foundation.sql.ts';
export * from './migrations.ts';
export * from './statements.ts';
export * from './transactions.ts';
export * from './typeorm-transactions.ts';
