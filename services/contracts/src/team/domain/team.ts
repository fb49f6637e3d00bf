import { refuse, throwIfRefused, type BusinessDate, type Refusal, type Uuid } from '@yigongti/kernel';
import { teamRefusals } from './team-refusals.ts';
import type { TeamKind, TeamMember, TeamProposal } from './team-proposal.ts';
import { membershipRules } from './team-rules.ts';

export type { TeamKind, TeamMember, TeamProposal } from './team-proposal.ts';

export interface Team {
  readonly teamId: Uuid;
  readonly teamCode: string;
  readonly kind: TeamKind;
  readonly institutionCode: string;
  readonly leaderPractitionerCode: string;
  readonly members: readonly TeamMember[];
  readonly specialistTeamIds: readonly Uuid[];
  readonly formedOn: BusinessDate;
  readonly version: number;
}

/**
 * Forms a team: 1 GP leader + X, linked to a specialist team (Deqing 2019, 二(一)1: 1 specialist team and N contract teams).
 * @throws Refused with all reasons
 */
export function formTeam(proposal: TeamProposal): Team {
  const refusals = membershipRules.flatMap((rule): readonly Refusal[] => rule(proposal) ?? []);
  throwIfRefused(refusals);
  const leader = proposal.members.find((member) => member.leads);
  if (!leader) throwIfRefused([refuse(teamRefusals.needsOneLeader, { pointer: '/members' })]);
  return {
    teamId: proposal.teamId,
    teamCode: proposal.teamCode,
    kind: proposal.kind,
    institutionCode: proposal.institutionCode,
    leaderPractitionerCode: leader!.practitionerCode,
    members: proposal.members.map(({ practitionerCode, role }) => ({ practitionerCode, role })),
    specialistTeamIds: proposal.specialistTeamIds,
    formedOn: proposal.formedOn,
    version: 1,
  };
}
