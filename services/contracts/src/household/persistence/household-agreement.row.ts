import { EntitySchema } from 'typeorm';

export interface HouseholdAgreementRow {
  householdAgreementId: string;
  householdId: string | null;
  teamId: string;
  teamCode: string;
  institutionCode: string;
  representativeResidentId: string;
  signedOn: string;
  startsOn: string;
  alreadySignedResidentIds: string[];
}

export const householdAgreementRow = new EntitySchema<HouseholdAgreementRow>({
  name: 'household_agreement',
  columns: {
    householdAgreementId: { name: 'household_agreement_id', type: 'uuid', primary: true },
    householdId: { name: 'household_id', type: 'uuid', nullable: true },
    teamId: { name: 'team_id', type: 'uuid' },
    teamCode: { name: 'team_code', type: 'text' },
    institutionCode: { name: 'institution_code', type: 'text' },
    representativeResidentId: { name: 'representative_resident_id', type: 'uuid' },
    signedOn: { name: 'signed_on', type: 'date' },
    startsOn: { name: 'starts_on', type: 'date' },
    alreadySignedResidentIds: { name: 'already_signed_resident_ids', type: 'uuid', array: true },
  },
});
