import { Injectable } from '@nestjs/common';
import { InstitutionTree, Transactions, visibleSql } from '@yigongti/database';
import { refuse, Refused, type Caller, type Uuid } from '@yigongti/kernel';
import { teamRefusals } from './domain/team-refusals.ts';
import { teamView, type TeamView } from './team-view.ts';
import { TeamRepository } from './team.repository.ts';

export interface TeamFilter {
  readonly institutionCode?: string;
  readonly kind?: string;
  readonly limit: number;
  /** Id of the last team shown. */
  readonly after: Uuid | null;
}

@Injectable()
export class FindTeams {
  constructor(
    private readonly transactions: Transactions,
    private readonly teams: TeamRepository,
    private readonly tree: InstitutionTree,
  ) {}

  /** @throws Refused `contracts.team.not-found`, also for another institution's team */
  one(teamId: Uuid, caller: Caller): Promise<TeamView> {
    return this.transactions.run(async (tx) => {
      const team = await this.teams.find(tx, teamId);
      if (team && (await this.tree.sees(tx, caller, team.institutionCode))) return teamView(team);
      throw new Refused([refuse(teamRefusals.notFound)]);
    });
  }

  /** In order of forming; one more than `limit` when there is more. */
  list(filter: TeamFilter, caller: Caller): Promise<TeamView[]> {
    return this.transactions.run(async (tx) => {
      const ids = await tx.query<{ team_id: Uuid }[]>(
        `select team_id from team
         where ${visibleSql(caller, 'institution_code', 1)}
           and ($2::text is null or institution_code = $2) and ($3::text is null or kind = $3)
           and ($4::uuid is null or team_id > $4)
         order by team_id limit $5`,
        [caller.institutionCode, filter.institutionCode ?? null, filter.kind ?? null, filter.after, filter.limit + 1],
      );
      const teams = await this.teams.findAll(
        tx,
        ids.map((row) => row.team_id),
      );
      return teams.map(teamView);
    });
  }
}
