import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { businessDateOf, throwIfRefused, type CommandContext, type Refusal, type Uuid } from '@yigongti/kernel';
import {
  ContractBook,
  ContractDesk,
  contractView,
  renewalRefusals,
  renewalStart,
  signingRefusals,
  type ContractView,
} from '../contract/index.ts';
import { factsOf, SigningGrounds } from './signing-grounds.ts';

export interface RenewContractCommand {
  readonly contractId: Uuid;
  readonly years: number;
  /** Packages of the new term; those of the contract when absent. */
  readonly packageCodes?: readonly string[];
}

/** Renews a contract with the same team: a new contract that follows the old one without a gap (续约). */
@Injectable()
export class RenewContract {
  constructor(
    private readonly transactions: Transactions,
    private readonly desk: ContractDesk,
    private readonly grounds: SigningGrounds,
    private readonly book: ContractBook,
  ) {}

  execute(command: RenewContractCommand, context: CommandContext): Promise<ContractView> {
    const signedOn = businessDateOf(context.occurredAt);
    return this.transactions.command(context, async (tx) => {
      const { residentId, teamId, endsOn } = await this.desk.show(tx, command.contractId, context.caller);
      const startsOn = renewalStart(endsOn, signedOn);
      const wish = { teamId, people: [{ residentId, pointer: '' }], signedOn, startsOn, years: command.years };
      // The resident before the contract, as news of a death does: in the same order nobody waits for each other.
      const grounds = await this.grounds.find(tx, wish, context);
      const contract = await this.desk.take(tx, command.contractId, context);
      const { contractId, householdAgreementId } = contract;
      const packageCodes = command.packageCodes ?? contract.packageCodes;
      const facts = { ...factsOf(wish, grounds, residentId), packageCodes };
      const refusals = renewalRefusals(contract, signedOn);
      // What is not to be renewed has no term: only its own reasons are told.
      throwIfRefused(refusals.length > 0 ? refusals : signingRefusals(facts).map((refusal) => inRenewal(refusal, command)));
      const successor = await this.book.sign(tx, { ...facts, householdAgreementId, previousContractId: contractId }, context);
      await this.book.renew(tx, { contract, successor }, context);
      return contractView(successor, context.occurredAt);
    });
  }
}

/** A renewal names neither resident, team nor first day, and packages only where they change. */
function inRenewal({ pointer, ...refusal }: Refusal, command: RenewContractCommand): Refusal {
  const named = pointer === '/years' || (pointer?.startsWith('/packageCodes') && command.packageCodes !== undefined);
  return named ? { ...refusal, pointer: pointer! } : refusal;
}
