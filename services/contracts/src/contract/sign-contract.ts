import { Injectable } from '@nestjs/common';
import { InstitutionTree, Transactions, type Tx } from '@yigongti/database';
import {
  businessDateOf,
  Ids,
  Profile,
  refuse,
  Refused,
  type BusinessDate,
  type CommandContext,
  type Uuid,
} from '@yigongti/kernel';
import { eventMeta } from '@yigongti/messaging';
import { ResidentDirectory, type KnownResident } from '../people/index.ts';
import { termsOn, type ContractsProfile } from '../profile.ts';
import { TeamRepository, type Team } from '../team/index.ts';
import { signedEvent } from './contract-events.ts';
import { contractView, type ContractView } from './contract-view.ts';
import { ContractRepository } from './contract.repository.ts';
import { contractRefusals } from './domain/contract-refusals.ts';
import { signContract } from './domain/contract.ts';
import { priorityGroupsOn } from './domain/priority-groups.ts';

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
      await this.contracts.insert(tx, contract, signedEvent(contract, context, eventMeta(context, this.ids.next(), contract.version)));
      return contractView(contract, context.occurredAt);
    });
  }
}

/** Finds whom a signing is about, in this service's own projections, and refuses with all reasons what it cannot find. */
@Injectable()
export class SigningDirectories {
  constructor(
    private readonly teams: TeamRepository,
    private readonly residents: ResidentDirectory,
    private readonly tree: InstitutionTree,
  ) {}

  async find(tx: Tx, command: SignContractCommand, context: CommandContext): Promise<{ team: Team; resident: KnownResident }> {
    const team = await this.teams.find(tx, command.teamId);
    const resident = await this.residents.find(tx, command.residentId);
    const mayUse = team !== null && (await this.#actsFor(tx, context.caller.institutionCode, team));
    if (team?.kind === 'CONTRACT_TEAM' && mayUse && resident) return { team, resident };
    throw new Refused([
      ...(resident ? [] : [refuse(contractRefusals.residentUnknown, { pointer: '/residentId' })]),
      ...(team?.kind === 'CONTRACT_TEAM' && mayUse ? [] : [refuse(contractRefusals.teamUnknown, { pointer: '/teamId' })]),
    ]);
  }

  /** A township signs for its teams, and so does a village clinic below it, whose doctor is a member. */
  async #actsFor(tx: Tx, institutionCode: string, team: Team): Promise<boolean> {
    return (
      (await this.tree.isWithin(tx, institutionCode, team.institutionCode)) ||
      (await this.tree.isWithin(tx, team.institutionCode, institutionCode))
    );
  }
}
