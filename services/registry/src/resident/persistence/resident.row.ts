import { EntitySchema } from 'typeorm';
import { sourcedColumns, type SourcedRow } from '../../source-line/index.ts';

/** Table `resident`. Name, number, phone and address exist only sealed, in one column. */
export interface ResidentRow extends SourcedRow {
  residentId: string;
  blindIndex: string;
  blindIndexKeyId: string;
  sealedPerson: string;
  sealingKeyId: string;
  birthDate: string;
  sex: string;
  villageDivisionCode: string;
  homeInstitutionCode: string;
  householdId: string | null;
  insuranceType: string;
  registeredOn: string;
  diedOn: string | null;
  movedOutOn: string | null;
  mergedInto: string | null;
  sourceNo: string;
}

export const residentRow = new EntitySchema<ResidentRow>({
  name: 'resident',
  columns: {
    residentId: { name: 'resident_id', type: 'uuid', primary: true },
    blindIndex: { name: 'blind_index', type: 'text' },
    blindIndexKeyId: { name: 'blind_index_key_id', type: 'text' },
    sealedPerson: { name: 'sealed_person', type: 'text' },
    sealingKeyId: { name: 'sealing_key_id', type: 'text' },
    birthDate: { name: 'birth_date', type: 'date' },
    sex: { type: 'text' },
    villageDivisionCode: { name: 'village_division_code', type: 'text' },
    homeInstitutionCode: { name: 'home_institution_code', type: 'text' },
    householdId: { name: 'household_id', type: 'uuid', nullable: true },
    insuranceType: { name: 'insurance_type', type: 'text' },
    registeredOn: { name: 'registered_on', type: 'date' },
    diedOn: { name: 'died_on', type: 'date', nullable: true },
    movedOutOn: { name: 'moved_out_on', type: 'date', nullable: true },
    mergedInto: { name: 'merged_into', type: 'uuid', nullable: true },
    sourceNo: { name: 'source_no', type: 'text' },
    ...sourcedColumns,
  },
});
