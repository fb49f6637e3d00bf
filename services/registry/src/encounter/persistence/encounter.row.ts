import { EntitySchema } from 'typeorm';
import { sourcedColumns, type SourcedRow } from '../../source-line/index.ts';

export interface EncounterRow extends SourcedRow {
  encounterId: string;
  /** Institution, kind and number in its system: what names the encounter for its source. */
  sourceKey: string;
  institutionCode: string;
  sourceNo: string;
  residentId: string;
  kind: string;
  happenedAt: string;
  diagnosisCodes: string[];
  admissionNo: string | null;
  outOfCounty: boolean;
  practitionerCode: string | null;
}

export const encounterRow = new EntitySchema<EncounterRow>({
  name: 'encounter',
  columns: {
    encounterId: { name: 'encounter_id', type: 'uuid', primary: true },
    sourceKey: { name: 'source_key', type: 'text' },
    institutionCode: { name: 'institution_code', type: 'text' },
    sourceNo: { name: 'source_no', type: 'text' },
    residentId: { name: 'resident_id', type: 'uuid' },
    kind: { type: 'text' },
    happenedAt: { name: 'happened_at', type: 'timestamptz' },
    diagnosisCodes: { name: 'diagnosis_codes', type: 'text', array: true },
    admissionNo: { name: 'admission_no', type: 'text', nullable: true },
    outOfCounty: { name: 'out_of_county', type: 'boolean' },
    practitionerCode: { name: 'practitioner_code', type: 'text', nullable: true },
    ...sourcedColumns,
  },
});
