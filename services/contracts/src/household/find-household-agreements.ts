import { Injectable } from '@nestjs/common';
import { InstitutionTree, Transactions, type Tx } from '@yigongti/database';
import { refuse, Refused, type Caller, type Instant, type Uuid } from '@yigongti/kernel';
import { ContractRepository } from '../contract/index.ts';
import { ResidentDirectory } from '../people/index.ts';
import type { HouseholdAgreement } from './domain/household-agreement.ts';
import { householdRefusals } from './domain/household-refusals.ts';
import { householdAgreementView, type HouseholdAgreementView } from './household-agreement-view.ts';
import { HouseholdAgreementRepository } from './household-agreement.repository.ts';

@Injectable()
export class FindHouseholdAgreements {
  constructor(
    private readonly transactions: Transactions,
    private readonly agreements: HouseholdAgreementRepository,
    private readonly contracts: ContractRepository,
    private readonly residents: ResidentDirectory,
    private readonly tree: InstitutionTree,
  ) {}

  /** `at` is the instant that states are told for. @throws Refused `contracts.household.not-found`, also for another institution's agreement */
  one(householdAgreementId: Uuid, caller: Caller, at: Instant): Promise<HouseholdAgreementView> {
    return this.transactions.run(async (tx) => {
      const agreement = await this.agreements.read(tx, householdAgreementId);
      if (!agreement || !(await this.#mayRead(tx, agreement, caller))) throw new Refused([refuse(householdRefusals.notFound)]);
      const contracts = await this.contracts.readOfHousehold(tx, householdAgreementId);
      return householdAgreementView(agreement, contracts, at);
    });
  }

  /** The team's side, and the unit that is responsible for who has signed. */
  async #mayRead(tx: Tx, { institutionCode, representativeResidentId }: HouseholdAgreement, caller: Caller): Promise<boolean> {
    return (
      (await this.tree.sees(tx, caller, institutionCode)) ||
      (await this.residents.isCaredForBy(tx, representativeResidentId, caller.institutionCode))
    );
  }
}
