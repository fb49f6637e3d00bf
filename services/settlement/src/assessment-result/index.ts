export { FrozenResultProjection } from './frozen-result.consumer.ts';
export { FrozenResults, type FrozenResult } from './frozen-results.ts';
export { TypeormFrozenResults } from './persistence/typeorm-frozen-results.ts';
