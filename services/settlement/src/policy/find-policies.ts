import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { refuse, Refused, type Uuid } from '@yigongti/kernel';
import { policyRefusals } from './domain/policy-refusals.ts';
import { policyView, type PolicyView } from './policy-view.ts';
import { PolicyRepository, type PolicyFilter } from './policy.repository.ts';

/** Published policies; what the county pays by is nobody's secret inside it. */
@Injectable()
export class FindPolicies {
  constructor(
    private readonly transactions: Transactions,
    private readonly policies: PolicyRepository,
  ) {}

  /** @throws Refused `settlement.policy.not-found` */
  one(policyId: Uuid): Promise<PolicyView> {
    return this.transactions.run(async (tx) => {
      const policy = await this.policies.find(tx, policyId);
      if (policy) return policyView(policy);
      throw new Refused([refuse(policyRefusals.notFound)]);
    });
  }

  list(filter: PolicyFilter): Promise<PolicyView[]> {
    return this.transactions.run(async (tx) => (await this.policies.list(tx, filter)).map(policyView));
  }
}
