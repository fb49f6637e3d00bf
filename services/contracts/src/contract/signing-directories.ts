import { Injectable } from '@nestjs/common';
import { InstitutionTree, type Tx } from '@yigongti/database';
import { refuse, Refused, type CommandContext, type Uuid } from '@yigongti/kernel';
import { ResidentDirectory, type KnownResident } from '../people/index.ts';
import { TeamRepository, type Team } from '../team/index.ts';
import { contractRefusals } from './domain/contract-refusals.ts';

/** Finds whom a signing is about, in this service's own projections, and refuses with all reasons what it cannot find. */
@Injectable()
export class SigningDirectories {
  constructor(
    private readonly teams: TeamRepository,
    private readonly residents: ResidentDirectory,
    private readonly tree: InstitutionTree,
  ) {}

  async find(
    tx: Tx,
    command: { readonly teamId: Uuid; readonly residentId: Uuid },
    context: CommandContext,
  ): Promise<{ team: Team; resident: KnownResident }> {
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
