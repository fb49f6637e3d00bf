import { EntitySchema } from 'typeorm';

export interface PractitionerRow {
  practitionerId: string;
  practitionerCode: string;
  institutionCode: string;
  role: string;
  activeFrom: string;
  activeTo: string | null;
  sourceVersion: number;
  digest: string;
  version: number;
}

export const practitionerRow = new EntitySchema<PractitionerRow>({
  name: 'practitioner',
  columns: {
    practitionerId: { name: 'practitioner_id', type: 'uuid', primary: true },
    practitionerCode: { name: 'practitioner_code', type: 'text' },
    institutionCode: { name: 'institution_code', type: 'text' },
    role: { type: 'text' },
    activeFrom: { name: 'active_from', type: 'date' },
    activeTo: { name: 'active_to', type: 'date', nullable: true },
    sourceVersion: { name: 'source_version', type: 'int' },
    digest: { type: 'text' },
    version: { type: 'int' },
  },
});
