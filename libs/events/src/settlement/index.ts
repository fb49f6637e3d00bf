export * from './claim-received.v1.ts';
export * from './claim-reversed.v1.ts';
export * from './policy-published.v1.ts';
export * from './pool-opened.v1.ts';
export * from './run-month-cleared.v1.ts';
export * from './value-sets.ts';
export * from './year-cleared.v1.ts';
