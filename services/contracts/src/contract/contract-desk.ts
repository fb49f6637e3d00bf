import { Injectable } from '@nestjs/common';
import { InstitutionTree, type Tx } from '@yigongti/database';
import { assertVersion, refuse, Refused, type Caller, type CommandContext, type Uuid } from '@yigongti/kernel';
import { ResidentDirectory } from '../people/index.ts';
import { ContractRepository } from './contract.repository.ts';
import { contractRefusals } from './domain/contract-refusals.ts';
import type { Contract } from './domain/contract.ts';

/**
 * Hands a contract to whoever may see or change it. Besides the team's own side and who stands above it, that is the unit responsible for
 * the resident: a village clinic, whose doctor is a member of the township's team, sees what it has signed.
 */
@Injectable()
export class ContractDesk {
  constructor(
    private readonly contracts: ContractRepository,
    private readonly residents: ResidentDirectory,
    private readonly tree: InstitutionTree,
  ) {}

  /**
   * The contract, held for the rest of the transaction.
   * @throws Refused `contracts.contract.not-found`, also for another institution's contract, or `request.stale-version`
   */
  async take(tx: Tx, contractId: Uuid, context: CommandContext): Promise<Contract> {
    const { caller } = context;
    const contract = await this.contracts.find(tx, contractId);
    // Responsible for the resident, yet of another township: it sees the contract, and leaves it alone.
    const isOfTheirSide = contract !== null && (await this.tree.isWithin(tx, contract.institutionCode, caller.institutionCode));
    const mayChange =
      contract !== null &&
      ((await this.tree.sees(tx, caller, contract.institutionCode)) ||
        (isOfTheirSide && (await this.#caresFor(tx, contract, caller))));
    if (!mayChange) throw new Refused([refuse(contractRefusals.notFound)]);
    assertVersion(contract, context);
    return contract;
  }

  /** The contract as it is, not held. @throws Refused `contracts.contract.not-found`, also for another institution's contract */
  async show(tx: Tx, contractId: Uuid, caller: Caller): Promise<Contract> {
    const contract = await this.contracts.read(tx, contractId);
    if (
      contract &&
      ((await this.tree.sees(tx, caller, contract.institutionCode)) || (await this.#caresFor(tx, contract, caller)))
    ) {
      return contract;
    }
    throw new Refused([refuse(contractRefusals.notFound)]);
  }

  #caresFor(tx: Tx, { residentId }: Contract, { institutionCode }: Caller): Promise<boolean> {
    return this.residents.isCaredForBy(tx, residentId, institutionCode);
  }
}
