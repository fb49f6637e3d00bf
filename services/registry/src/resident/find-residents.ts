import { Injectable } from '@nestjs/common';
import { InstitutionTree, Transactions, type Tx } from '@yigongti/database';
import { businessDateOf, Clock, nationalIdFault, refuse, Refused, type Caller, type NationalIdFault, type Uuid } from '@yigongti/kernel';
import { In } from 'typeorm';
import { NationalIdVault } from './national-id-vault.ts';
import { residentRow, type ResidentRow } from './persistence/resident.row.ts';
import { residentRefusals } from './resident-refusals.ts';
import { residentView, type ResidentView } from './resident-view.ts';

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
    private readonly tree: InstitutionTree,
    private readonly vault: NationalIdVault,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused `registry.resident.not-found`, also for a resident of another institution's area */
  one(residentId: Uuid, caller: Caller): Promise<ResidentView> {
    return this.transactions.run(async (tx) => {
      const row = await tx.findOne(residentRow, { where: { residentId } });
      if (row && (await this.tree.sees(tx, caller, row.homeInstitutionCode))) return residentView(row, this.vault);
      throw new Refused([refuse(residentRefusals.notFound)]);
    });
  }

  /**
   * Finds residents by national id. Whoever treats patients may ask, wherever the patient is registered: the answer is only the UUID
   * that the suite knows the person by.
   */
  lookup(nationalIds: readonly string[]): Promise<LookupAnswer[]> {
    return this.transactions.run(async (tx) => {
      const today = businessDateOf(this.clock.now());
      const found = await this.#byIndex(tx, nationalIds.filter((id) => nationalIdFault(id, today) === null));
      return nationalIds.map((id) => ({ residentId: found.get(id) ?? null, fault: nationalIdFault(id, today) }));
    });
  }

  async #byIndex(tx: Tx, nationalIds: readonly string[]): Promise<Map<string, Uuid>> {
    const idByIndex = new Map(nationalIds.flatMap((id) => this.vault.blindIndexes(id).map((index) => [index.value, id] as const)));
    const rows = await tx.find(residentRow, { select: { residentId: true, blindIndex: true }, where: { blindIndex: In([...idByIndex.keys()]) } });
    return new Map(rows.map((row: Pick<ResidentRow, 'residentId' | 'blindIndex'>) => [idByIndex.get(row.blindIndex)!, row.residentId]));
  }
}
