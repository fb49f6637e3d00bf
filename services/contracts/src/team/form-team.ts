import { Injectable } from '@nestjs/common';
import { InstitutionTree, Transactions, type Tx } from '@yigongti/database';
import { teamFormed, type DataOf } from '@yigongti/events';
import { businessDateOf, Ids, refuse, throwIfRefused, type BusinessDate, type CommandContext, type Uuid } from '@yigongti/kernel';
import { eventMeta } from '@yigongti/messaging';
import { PractitionerDirectory } from '../people/index.ts';
import { teamRefusals } from './domain/team-refusals.ts';
import type { EmployedMember } from './domain/team-proposal.ts';
import { formTeam, type Team, type TeamKind } from './domain/team.ts';
import { teamView, type TeamView } from './team-view.ts';
import { TeamRepository } from './team.repository.ts';

export interface FormTeamCommand {
  readonly teamCode: string;
  readonly kind: TeamKind;
  readonly institutionCode: string;
  readonly members: readonly { practitionerCode: string; role: string; leads: boolean }[];
  readonly specialistTeamIds: readonly Uuid[];
}

/** Forms a family-doctor team or a specialist team (组建团队). */
@Injectable()
export class FormTeam {
  constructor(
    private readonly transactions: Transactions,
    private readonly teams: TeamRepository,
    private readonly practitioners: PractitionerDirectory,
    private readonly tree: InstitutionTree,
    private readonly ids: Ids,
  ) {}

  execute(command: FormTeamCommand, context: CommandContext): Promise<TeamView> {
    return this.transactions.command(context, async (tx) => {
      await this.#refuseForeignInstitution(tx, command.institutionCode, context);
      const formedOn = businessDateOf(context.occurredAt);
      const team = formTeam({
        teamId: this.ids.next(),
        teamCode: command.teamCode,
        kind: command.kind,
        institutionCode: command.institutionCode,
        members: await this.#employed(tx, command, formedOn),
        specialistTeamIds: await this.teams.specialistTeams(tx, command.specialistTeamIds),
        formedOn,
      });
      await this.teams.insert(
        tx,
        team,
        teamFormed.create(toData(team, context), eventMeta(context, this.ids.next(), team.version)),
      );
      return teamView(team);
    });
  }

  async #refuseForeignInstitution(tx: Tx, institutionCode: string, { caller }: CommandContext): Promise<void> {
    const sees = await this.tree.sees(tx, caller, institutionCode);
    throwIfRefused([sees ? null : refuse(teamRefusals.institutionUnknown, { pointer: '/institutionCode' })]);
  }

  async #employed(tx: Tx, command: FormTeamCommand, on: BusinessDate): Promise<EmployedMember[]> {
    const codes = command.members.map((member) => member.practitionerCode);
    const roles = await this.practitioners.rolesOn(tx, codes, on);
    return command.members.map((member) => ({ ...member, registeredRole: roles.get(member.practitionerCode) ?? null }));
  }
}

function toData({ version, ...team }: Team, { occurredAt, recordedAt }: CommandContext): DataOf<typeof teamFormed> {
  return {
    ...team,
    members: team.members.map((member) => ({ ...member })) as DataOf<typeof teamFormed>['members'],
    specialistTeamIds: [...team.specialistTeamIds],
    occurredAt,
    recordedAt,
  };
}
