import { refuse, type Refusal } from '@yigongti/kernel';
import { teamRefusals } from './team-refusals.ts';
import type { TeamProposal } from './team-proposal.ts';

type TeamRule = (proposal: TeamProposal) => readonly Refusal[] | null;

/** Exactly one active GP leads a contract team (care norm: 1 GP + X, Deqing 2019, 二(一)1). */
const oneLeaderWhoIsGp: TeamRule = ({ kind, members }) => {
  const leaders = members.filter((member) => member.leads);
  if (leaders.length !== 1) {
    return [refuse(teamRefusals.needsOneLeader, { pointer: '/members', parameters: { leaders: leaders.length } })];
  }
  const isGp = leaders[0]!.registeredRole === 'GP' || leaders[0]!.registeredRole === null;
  return kind === 'SPECIALIST_TEAM' || isGp
    ? null
    : [
        refuse(teamRefusals.leaderMustBeGp, {
          pointer: '/members',
          parameters: { practitionerCode: leaders[0]!.practitionerCode },
        }),
      ];
};

const everyMemberOnce: TeamRule = ({ members }) =>
  members
    .filter((member, index) => members.findIndex((other) => other.practitionerCode === member.practitionerCode) < index)
    .map((member) =>
      refuse(teamRefusals.memberRepeated, { pointer: '/members', parameters: { practitionerCode: member.practitionerCode } }),
    );

/** A member is employed or seconded on the day (CON-06). */
const everyMemberEmployed: TeamRule = ({ members }) =>
  members.flatMap((member, index) =>
    member.registeredRole === null
      ? [
          refuse(teamRefusals.memberNotEmployed, {
            pointer: `/members/${index}`,
            parameters: { practitionerCode: member.practitionerCode },
          }),
        ]
      : [],
  );

const contractTeamHasSpecialists: TeamRule = ({ kind, specialistTeamIds }) =>
  kind === 'CONTRACT_TEAM' && specialistTeamIds.length === 0
    ? [refuse(teamRefusals.needsSpecialistTeam, { pointer: '/specialistTeamIds' })]
    : null;

/** All reasons why a team cannot be formed come back at once, in this order. */
export const membershipRules: readonly TeamRule[] = [
  oneLeaderWhoIsGp,
  everyMemberOnce,
  everyMemberEmployed,
  contractTeamHasSpecialists,
];
