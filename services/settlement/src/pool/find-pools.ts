import { Injectable } from '@nestjs/common';
import { InstitutionTree, Transactions, type Tx } from '@yigongti/database';
import { countyWideRoles, refuse, Refused, type Caller, type Uuid } from '@yigongti/kernel';
import { poolRefusals } from './domain/pool-refusals.ts';
import { poolView, type PoolView } from './pool-view.ts';
import { PoolRepository, type PoolFilter } from './pool.repository.ts';

@Injectable()
export class FindPools {
  constructor(
    private readonly transactions: Transactions,
    private readonly pools: PoolRepository,
    private readonly tree: InstitutionTree,
  ) {}

  /** @throws Refused `settlement.pool.not-found`, also for another consortium's pool */
  one(poolId: Uuid, caller: Caller): Promise<PoolView> {
    return this.transactions.run(async (tx) => {
      const pool = await this.pools.find(tx, poolId);
      const visible = await consortiaOf(tx, this.tree, caller);
      if (pool && (visible === null || visible.includes(pool.consortiumCode))) return poolView(pool);
      throw new Refused([refuse(poolRefusals.notFound)]);
    });
  }

  list(filter: PoolFilter, caller: Caller): Promise<PoolView[]> {
    return this.transactions.run(async (tx) => {
      const pools = await this.pools.list(tx, filter, await consortiaOf(tx, this.tree, caller));
      return pools.map(poolView);
    });
  }
}

/** The consortia whose money a caller may see: its own, or all (null) for the county's offices. */
export async function consortiaOf(tx: Tx, tree: InstitutionTree, caller: Caller): Promise<readonly string[] | null> {
  if (countyWideRoles.includes(caller.role)) return null;
  const own = await tree.find(tx, caller.institutionCode);
  const code = own?.kind === 'CONSORTIUM' ? own.institutionCode : own?.consortiumCode;
  return code ? [code] : [];
}
