export { poolRefusals } from './domain/pool-refusals.ts';
export type { Pool } from './domain/pool.ts';
export { consortiaOf, FindPools } from './find-pools.ts';
export { OpenPool } from './open-pool.ts';
export { PoolSources } from './pool-sources.ts';
export { TypeormPoolRepository } from './persistence/typeorm-pool.repository.ts';
export { poolRow } from './persistence/pool.row.ts';
export { PoolController } from './pool.controller.ts';
export { PoolRepository } from './pool.repository.ts';
