export * from './contract-renewed.v1.ts';
export * from './contract-signed.v1.ts';
export * from './contract-terminated.v1.ts';
export * from './team-formed.v1.ts';
export * from './value-sets.ts';
