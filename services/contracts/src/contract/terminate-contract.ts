import { Injectable } from '@nestjs/common';
import { InstitutionTree, Transactions } from '@yigongti/database';
import {
  assertVersion,
  businessDateOf,
  Ids,
  refuse,
  Refused,
  type BusinessDate,
  type CommandContext,
  type Uuid,
} from '@yigongti/kernel';
import { eventMeta } from '@yigongti/messaging';
import { terminatedEvent } from './contract-events.ts';
import { contractView, type ContractView } from './contract-view.ts';
import { ContractRepository } from './contract.repository.ts';
import { contractRefusals } from './domain/contract-refusals.ts';
import { terminateContract, type TerminationReason } from './domain/contract.ts';

export interface TerminateContractCommand {
  readonly contractId: Uuid;
  readonly reason: TerminationReason;
  /** First day without the contract; the day of the command when absent. */
  readonly terminatedOn?: BusinessDate;
}

/** Ends a contract (解约). */
@Injectable()
export class TerminateContract {
  constructor(
    private readonly transactions: Transactions,
    private readonly contracts: ContractRepository,
    private readonly tree: InstitutionTree,
    private readonly ids: Ids,
  ) {}

  execute(command: TerminateContractCommand, context: CommandContext): Promise<ContractView> {
    return this.transactions.command(context, async (tx) => {
      const contract = await this.contracts.find(tx, command.contractId);
      if (!contract || !(await this.tree.sees(tx, context.caller, contract.institutionCode))) {
        throw new Refused([refuse(contractRefusals.notFound)]);
      }
      assertVersion(contract, context);
      const terminated = terminateContract(contract, command.terminatedOn ?? businessDateOf(context.occurredAt), command.reason);
      const meta = eventMeta(context, this.ids.next(), terminated.version);
      await this.contracts.update(tx, contract, terminated, terminatedEvent(terminated, context, meta));
      return contractView(terminated, context.occurredAt);
    });
  }
}
