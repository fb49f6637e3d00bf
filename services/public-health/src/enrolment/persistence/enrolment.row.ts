import { EntitySchema } from 'typeorm';

export interface EnrolmentRow {
  enrolmentId: string;
  residentId: string;
  programme: string;
  institutionCode: string;
  diagnosisCode: string;
  enrolledOn: string;
  closedOn: string | null;
  closeReason: string | null;
  profileVersion: string;
  version: number;
}

export const enrolmentRow = new EntitySchema<EnrolmentRow>({
  name: 'enrolment',
  columns: {
    enrolmentId: { name: 'enrolment_id', type: 'uuid', primary: true },
    residentId: { name: 'resident_id', type: 'uuid' },
    programme: { type: 'text' },
    institutionCode: { name: 'institution_code', type: 'text' },
    diagnosisCode: { name: 'diagnosis_code', type: 'text' },
    enrolledOn: { name: 'enrolled_on', type: 'date' },
    closedOn: { name: 'closed_on', type: 'date', nullable: true },
    closeReason: { name: 'close_reason', type: 'text', nullable: true },
    profileVersion: { name: 'profile_version', type: 'text' },
    version: { type: 'int' },
  },
});
