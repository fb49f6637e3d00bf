import { Injectable } from '@nestjs/common';
import { InstitutionTree, Transactions } from '@yigongti/database';
import {
  businessDateOf,
  Clock,
  nationalIdFault,
  refuse,
  Refused,
  type Caller,
  type NationalIdFault,
  type Uuid,
} from '@yigongti/kernel';
import { residentRefusals } from './resident-refusals.ts';
import type { ResidentView } from './resident-view.ts';
import { ResidentRepository } from './resident.repository.ts';

/** One answer of a look-up, in the order of the question, which is not repeated in it. */
export interface LookupAnswer {
  readonly residentId: Uuid | null;
  /** Why nothing could be looked up; null for a valid number, found or not. */
  readonly fault: NationalIdFault | null;
}

@Injectable()
export class FindResidents {
  constructor(
    private readonly transactions: Transactions,
    private readonly residents: ResidentRepository,
    private readonly tree: InstitutionTree,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused `registry.resident.not-found`, also for a resident of another institution's area */
  one(residentId: Uuid, caller: Caller): Promise<ResidentView> {
    return this.transactions.run(async (tx) => {
      const resident = await this.residents.find(tx, residentId);
      if (resident && (await this.tree.sees(tx, caller, resident.homeInstitutionCode))) return resident;
      throw new Refused([refuse(residentRefusals.notFound)]);
    });
  }

  /**
   * Finds residents by national id. Whoever treats patients may ask, wherever the patient is registered: the answer is only the UUID
   * that the suite knows the person by.
   */
  lookup(nationalIds: readonly string[]): Promise<LookupAnswer[]> {
    const today = businessDateOf(this.clock.now());
    const asked = nationalIds.map((nationalId) => ({ nationalId, fault: nationalIdFault(nationalId, today) }));
    return this.transactions.run(async (tx) => {
      const valid = asked.filter(({ fault }) => fault === null).map(({ nationalId }) => nationalId);
      const found = await this.residents.findByNationalIds(tx, valid);
      return asked.map(({ nationalId, fault }) => ({ residentId: found.get(nationalId) ?? null, fault }));
    });
  }
}
