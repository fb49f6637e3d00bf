import { EntitySchema } from 'typeorm';

export interface TeamRow {
  teamId: string;
  teamCode: string;
  kind: string;
  institutionCode: string;
  leaderPractitionerCode: string;
  members: { practitionerCode: string; role: string }[];
  specialistTeamIds: string[];
  formedOn: string;
  version: number;
}

export const teamRow = new EntitySchema<TeamRow>({
  name: 'team',
  columns: {
    teamId: { name: 'team_id', type: 'uuid', primary: true },
    teamCode: { name: 'team_code', type: 'text' },
    kind: { type: 'text' },
    institutionCode: { name: 'institution_code', type: 'text' },
    leaderPractitionerCode: { name: 'leader_practitioner_code', type: 'text' },
    members: { type: 'jsonb' },
    specialistTeamIds: { name: 'specialist_team_ids', type: 'uuid', array: true },
    formedOn: { name: 'formed_on', type: 'date' },
    version: { type: 'int' },
  },
});
