import { EntitySchema } from 'typeorm';
import { sourcedColumns, type SourcedRow } from '../../source-line/index.ts';

export interface PractitionerRow extends SourcedRow {
  practitionerId: string;
  practitionerCode: string;
  institutionCode: string;
  role: string;
  activeFrom: string;
  activeTo: string | null;
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
    ...sourcedColumns,
  },
});
