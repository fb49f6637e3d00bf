export { decideLine, type StoredLine } from './domain/source-line.ts';
export { importStates, roundsOf, type ImportPorts, type RowHead, type SourcedLine, type StateKind } from './import-states.ts';
export { sourcedColumns, type SourcedRow } from './sourced-row.ts';
export { storedStates } from './stored-states.ts';
export { sourceLineRefusals } from './source-line-refusals.ts';
