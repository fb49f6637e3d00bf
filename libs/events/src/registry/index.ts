export * from './catalogue-changed.v1.ts';
export * from './encounter-recorded.v1.ts';
export * from './institution-changed.v1.ts';
export * from './practitioner-changed.v1.ts';
export * from './resident-changed.v1.ts';
export * from './value-sets.ts';
