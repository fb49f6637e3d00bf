import { describe, expect, it } from '@jest/globals';
import { Refused } from '@yigongti/kernel';
import type { EmployedMember, TeamProposal } from './team-proposal.ts';
import { formTeam } from './team.ts';

const gp: EmployedMember = { practitionerCode: 'D1', role: 'GP', registeredRole: 'GP', leads: true };
const nurse: EmployedMember = { practitionerCode: 'D2', role: 'NURSE', registeredRole: 'NURSE', leads: false };
const proposal = (change: Partial<TeamProposal> = {}): TeamProposal => ({
  teamId: 't-1',
  teamCode: 'T-001',
  kind: 'CONTRACT_TEAM',
  institutionCode: 'H1',
  members: [gp, nurse],
  specialistTeamIds: ['s-1'],
  formedOn: '2026-01-05',
  ...change,
});

const codesOf = (act: () => unknown): string[] => {
  try {
    act();
    return [];
  } catch (error) {
    return (error as Refused).refusals.map((refusal) => refusal.code.replace('contracts.team.', ''));
  }
};

describe('forming a team: 1 GP + X and a specialist team', () => {
  it('takes one GP leader with members and a specialist team', () => {
    expect(formTeam(proposal())).toMatchObject({ leaderPractitionerCode: 'D1', version: 1 });
  });

  it.each<[string, Partial<TeamProposal>, string[]]>([
    ['no leader', { members: [nurse] }, ['needs-one-leader']],
    ['two leaders', { members: [gp, { ...gp, practitionerCode: 'D3' }] }, ['needs-one-leader']],
    ['a nurse as leader', { members: [{ ...nurse, leads: true }] }, ['leader-must-be-gp']],
    ['nobody linked from the specialists', { specialistTeamIds: [] }, ['needs-specialist-team']],
    ['a member twice', { members: [gp, nurse, nurse] }, ['member-repeated']],
    ['a member who left', { members: [gp, { ...nurse, registeredRole: null }] }, ['member-not-employed']],
    [
      'everything at once',
      { members: [nurse, { ...nurse, registeredRole: null }], specialistTeamIds: [] },
      ['needs-one-leader', 'member-repeated', 'member-not-employed', 'needs-specialist-team'],
    ],
  ])('refuses %s', (_, change, codes) => expect(codesOf(() => formTeam(proposal(change)))).toEqual(codes));

  it('a specialist team is led by a specialist and links to nobody', () => {
    const specialist = { practitionerCode: 'D9', role: 'SPECIALIST', registeredRole: 'SPECIALIST', leads: true };
    const team = proposal({ kind: 'SPECIALIST_TEAM', members: [specialist], specialistTeamIds: [] });
    expect(codesOf(() => formTeam(team))).toEqual([]);
  });
});
