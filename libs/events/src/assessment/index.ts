export * from './appeal-decided.v1.ts';
export * from './appeal-submitted.v1.ts';
export * from './appeal-withdrawn.v1.ts';
export * from './result-frozen.v1.ts';
export * from './result-published.v1.ts';
export * from './scheme-published.v1.ts';
export * from './value-sets.ts';
