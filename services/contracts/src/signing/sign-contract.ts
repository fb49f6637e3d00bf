import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '@yigongti/database';
import { businessDateOf, refuse, throwIfRefused, type BusinessDate, type CommandContext, type Uuid } from '@yigongti/kernel';
import { ContractBook, contractRefusals, contractView, signingRefusals, type ContractView } from '../contract/index.ts';
import { HouseholdAgreementRepository } from '../household/index.ts';
import { factsOf, SigningGrounds } from './signing-grounds.ts';

export interface SignContractCommand {
  readonly residentId: Uuid;
  readonly teamId: Uuid;
  readonly packageCodes: readonly string[];
  /** First day in force; the day of the command when absent. */
  readonly startsOn?: BusinessDate;
  readonly years: number;
  /** Agreement of a household that the resident joins. */
  readonly householdAgreementId?: Uuid;
}

/** Signs a resident with a team (签约). */
@Injectable()
export class SignContract {
  constructor(
    private readonly transactions: Transactions,
    private readonly grounds: SigningGrounds,
    private readonly agreements: HouseholdAgreementRepository,
    private readonly book: ContractBook,
  ) {}

  execute(command: SignContractCommand, context: CommandContext): Promise<ContractView> {
    const { residentId, packageCodes, householdAgreementId = null } = command;
    const signedOn = businessDateOf(context.occurredAt);
    const people = [{ residentId, pointer: '/residentId' }];
    const wish = { ...command, people, signedOn, startsOn: command.startsOn ?? signedOn };
    return this.transactions.command(context, async (tx) => {
      const facts = { ...factsOf(wish, await this.grounds.find(tx, wish, context), residentId), packageCodes };
      const mayJoin = householdAgreementId === null || (await this.#isOfTeam(tx, householdAgreementId, command.teamId));
      throwIfRefused([
        ...signingRefusals(facts),
        mayJoin ? null : refuse(contractRefusals.householdAgreementUnknown, { pointer: '/householdAgreementId' }),
      ]);
      const contract = await this.book.sign(tx, { ...facts, householdAgreementId, previousContractId: null }, context);
      return contractView(contract, context.occurredAt);
    });
  }

  async #isOfTeam(tx: Tx, householdAgreementId: Uuid, teamId: Uuid): Promise<boolean> {
    return (await this.agreements.read(tx, householdAgreementId))?.teamId === teamId;
  }
}
