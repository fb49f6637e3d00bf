import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate, codeFrom, codeOf, institutionCode, listOf, practitionerCode, uuid } from '../fields.ts';
import { teamMember } from './team-member.ts';
import { teamKind } from './value-sets.ts';

export const teamFormed = defineEvent({
  name: 'contracts.team.formed',
  version: 1,
  owner: 'contracts',
  keyField: 'teamId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '团队组建',
  titleEn: 'A doctor team was formed with its leader and members',
  data: z.strictObject({
    teamId: uuid('Team (团队)'),
    teamCode: codeOf('Its code (团队编码)'),
    kind: codeFrom(teamKind, 'Kind (团队类别)'),
    institutionCode: institutionCode('The institution it belongs to (所属机构)'),
    leaderPractitionerCode: practitionerCode('Its leader; a GP in a contract team (团队长)'),
    members: listOf(teamMember, 'Members, the leader among them (成员)', 1),
    specialistTeamIds: listOf(uuid('Specialist team (专科团队)'), 'Specialist teams it is linked to (关联专科团队)'),
    formedOn: businessDate('First day (组建日期)'),
  }),
  examples: [
    {
      teamId: example.specialistTeamId,
      teamCode: 'ST-01',
      kind: 'SPECIALIST_TEAM',
      institutionCode: example.hospital,
      leaderPractitionerCode: '370725-H01-D0032',
      members: [{ practitionerCode: '370725-H01-D0032', role: 'SPECIALIST' }],
      specialistTeamIds: [],
      formedOn: '2026-01-01',
      ...exampleTimes,
    },
    {
      teamId: example.teamId,
      teamCode: 'CT-01',
      kind: 'CONTRACT_TEAM',
      institutionCode: example.township,
      leaderPractitionerCode: example.doctor,
      members: [
        { practitionerCode: example.doctor, role: 'GP' },
        { practitionerCode: '370725-T01-N0004', role: 'NURSE' },
      ],
      specialistTeamIds: [example.specialistTeamId],
      formedOn: '2026-01-01',
      ...lateTimes,
    },
  ],
});
