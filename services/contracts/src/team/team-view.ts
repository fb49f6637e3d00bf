import type { BusinessDate, Uuid } from '@yigongti/kernel';
import type { Team, TeamKind, TeamMember } from './domain/team.ts';

/** A team as clients see it; plain JSON. */
export interface TeamView {
  readonly teamId: Uuid;
  readonly teamCode: string;
  readonly kind: TeamKind;
  readonly institutionCode: string;
  readonly leaderPractitionerCode: string;
  readonly members: readonly TeamMember[];
  readonly specialistTeamIds: readonly Uuid[];
  readonly formedOn: BusinessDate;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

export function teamView(team: Team): TeamView {
  return { ...team, allowedActions: team.kind === 'CONTRACT_TEAM' ? ['sign-contract'] : [] };
}
