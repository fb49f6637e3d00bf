import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '@yigongti/database';
import { businessDateOf, Ids, Profile, type BusinessDate, type CommandContext, type Uuid } from '@yigongti/kernel';
import { eventMeta } from '@yigongti/messaging';
import type { KnownResident } from '../people/index.ts';
import { termsOn, type ContractsProfile } from '../profile.ts';
import { signedEvent, terminatedEvent } from './contract-events.ts';
import { contractView, type ContractView } from './contract-view.ts';
import { ContractRepository } from './contract.repository.ts';
import { endWithResidence, signContract, type Contract } from './domain/contract.ts';
import { priorityGroupsOn } from './domain/priority-groups.ts';
import { SigningDirectories } from './signing-directories.ts';

export interface SignContractCommand {
  readonly residentId: Uuid;
  readonly teamId: Uuid;
  readonly packageCodes: readonly string[];
  /** First day in force; the day of the command when absent. */
  readonly startsOn?: BusinessDate;
  readonly years: number;
  readonly householdAgreementId?: Uuid;
}

/** Signs a resident with a team (签约). */
@Injectable()
export class SignContract {
  constructor(
    private readonly transactions: Transactions,
    private readonly contracts: ContractRepository,
    private readonly directories: SigningDirectories,
    private readonly profile: Profile<ContractsProfile>,
    private readonly ids: Ids,
  ) {}

  execute(command: SignContractCommand, context: CommandContext): Promise<ContractView> {
    return this.transactions.command(context, async (tx) => {
      const startsOn = command.startsOn ?? businessDateOf(context.occurredAt);
      const { team, resident } = await this.directories.find(tx, command, context);
      const terms = termsOn(this.profile, startsOn);
      const contract = signContract({
        contractId: this.ids.next(),
        residentId: resident.residentId,
        householdAgreementId: command.householdAgreementId ?? null,
        team,
        terms,
        startsOn,
        years: command.years,
        packageCodes: command.packageCodes,
        priorityGroups: priorityGroupsOn(resident.birthDate, resident.openProgrammes, startsOn, terms.ageGroups),
        residentGoneOn: resident.goneOn,
        panelPersons: await this.contracts.panelPersons(tx, team.leaderPractitionerCode, startsOn),
      });
      await this.contracts.insert(
        tx,
        contract,
        signedEvent(contract, context, eventMeta(context, this.ids.next(), contract.version)),
      );
      return contractView(await this.#endWith(tx, resident, contract, context), context.occurredAt);
    });
  }

  /** The news of a death may be older than the news of the contract. */
  async #endWith(tx: Tx, { goneOn, goneReason }: KnownResident, contract: Contract, context: CommandContext): Promise<Contract> {
    const ended = goneOn && goneReason && endWithResidence(contract, goneOn, goneReason);
    if (!ended) return contract;
    const meta = eventMeta(context, this.ids.next(), ended.version);
    await this.contracts.update(tx, contract, ended, terminatedEvent(ended, context, meta));
    return ended;
  }
}
