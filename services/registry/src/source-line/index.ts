export { decideLine, type StoredLine } from './domain/source-line.ts';
export * from './import-states.ts';
export { sourceLineRefusals } from './source-line-refusals.ts';
