import { Injectable } from '@nestjs/common';
import { InstitutionTree, type Tx } from '@yigongti/database';
import { refuse, Refused, type Uuid } from '@yigongti/kernel';
import { InsuredDirectory } from '../insured/index.ts';
import { PolicyRepository, type Policy } from '../policy/index.ts';
import { poolRefusals } from './domain/pool-refusals.ts';

/** What a pool is made from; refuses with all reasons what it cannot find. */
@Injectable()
export class PoolSources {
  constructor(
    private readonly policies: PolicyRepository,
    private readonly insured: InsuredDirectory,
    private readonly tree: InstitutionTree,
  ) {}

  async find(tx: Tx, named: { policyId: Uuid; consortiumCode: string }): Promise<Policy> {
    const consortium = await this.tree.find(tx, named.consortiumCode);
    const policy = await this.policies.find(tx, named.policyId);
    if (consortium?.kind === 'CONSORTIUM' && policy) return policy;
    const pointer = '/consortiumCode';
    throw new Refused([
      ...(consortium ? [] : [refuse(poolRefusals.consortiumUnknown, { pointer })]),
      ...(policy ? [] : [refuse(poolRefusals.policyUnknown, { pointer: '/policyId' })]),
      ...(consortium && consortium.kind !== 'CONSORTIUM' ? [refuse(poolRefusals.notAConsortium, { pointer })] : []),
    ]);
  }

  countInsured(tx: Tx, count: Parameters<InsuredDirectory['count']>[1]): Promise<number> {
    return this.insured.count(tx, count);
  }
}
