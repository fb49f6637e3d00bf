import type { Team, TeamKind } from '../domain/team.ts';
import type { TeamRow } from './team.row.ts';

export function toRow(team: Team): TeamRow {
  return { ...team, members: team.members.map((member) => ({ ...member })), specialistTeamIds: [...team.specialistTeamIds] };
}

export function toTeam(row: TeamRow): Team {
  return { ...row, kind: row.kind as TeamKind };
}
