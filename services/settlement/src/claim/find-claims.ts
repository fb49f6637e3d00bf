import { Injectable } from '@nestjs/common';
import { InstitutionTree, Transactions } from '@yigongti/database';
import { refuse, Refused, type Caller, type Uuid } from '@yigongti/kernel';
import { claimView, explainedClaimView, type ClaimView, type ExplainedClaimView } from './claim-view.ts';
import { ClaimRepository, type ClaimFilter } from './claim.repository.ts';
import { claimRefusals } from './domain/claim-refusals.ts';

@Injectable()
export class FindClaims {
  constructor(
    private readonly transactions: Transactions,
    private readonly claims: ClaimRepository,
    private readonly tree: InstitutionTree,
  ) {}

  /** @throws Refused `settlement.claim.not-found`, also for another institution's claim */
  one(claimId: Uuid, caller: Caller): Promise<ExplainedClaimView> {
    return this.transactions.run(async (tx) => {
      const stored = await this.claims.find(tx, claimId);
      if (stored && (await this.tree.sees(tx, caller, stored.claim.list.institutionCode))) return explainedClaimView(stored);
      throw new Refused([refuse(claimRefusals.notFound)]);
    });
  }

  list(filter: ClaimFilter, caller: Caller): Promise<ClaimView[]> {
    return this.transactions.run(async (tx) => (await this.claims.list(tx, filter, caller)).map(claimView));
  }
}
