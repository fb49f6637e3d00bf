import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import {
  businessDateOf,
  Profile,
  refuse,
  throwIfRefused,
  type BusinessDate,
  type CommandContext,
  type Uuid,
} from '@yigongti/kernel';
import type { ContractsProfile } from '../profile.ts';
import { ContractBook } from './contract-book.ts';
import { ContractDesk } from './contract-desk.ts';
import { contractView, type ContractView } from './contract-view.ts';
import { contractRefusals } from './domain/contract-refusals.ts';
import { terminationRefusals, type TerminationReason } from './domain/contract.ts';

export interface TerminateContractCommand {
  readonly contractId: Uuid;
  readonly reason: TerminationReason;
  /** First day without the contract; the day of the command when absent. */
  readonly terminatedOn?: BusinessDate;
}

/** Ends a contract for a reason that the county knows (解约). Of a household, one member leaves and the others stay. */
@Injectable()
export class TerminateContract {
  constructor(
    private readonly transactions: Transactions,
    private readonly desk: ContractDesk,
    private readonly book: ContractBook,
    private readonly profile: Profile<ContractsProfile>,
  ) {}

  execute({ contractId, reason, terminatedOn }: TerminateContractCommand, context: CommandContext): Promise<ContractView> {
    return this.transactions.command(context, async (tx) => {
      const contract = await this.desk.take(tx, contractId, context);
      const decidedOn = businessDateOf(context.occurredAt);
      const on = terminatedOn ?? decidedOn;
      const known = this.profile.section.terminationReasons.valueAt(decidedOn);
      throwIfRefused([
        ...terminationRefusals(contract, on),
        known.includes(reason) ? null : refuse(contractRefusals.reasonUnknown, { pointer: '/reason', parameters: { reason } }),
      ]);
      const ended = await this.book.terminate(tx, { contract, on, reason }, context);
      return contractView(ended, context.occurredAt);
    });
  }
}
