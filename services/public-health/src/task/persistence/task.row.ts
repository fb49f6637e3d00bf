import { EntitySchema } from 'typeorm';

export interface TaskRow {
  taskId: string;
  residentId: string;
  institutionCode: string;
  kind: string;
  programme: string | null;
  enrolmentId: string | null;
  referralId: string | null;
  sequence: number;
  state: string;
  windowStart: string;
  due: string;
  ruleId: string;
  ruleVersion: string;
  causeEventId: string | null;
  completedOn: string | null;
  practitionerCode: string | null;
  record: object | null;
  classification: string | null;
  controlled: boolean | null;
  classifiedBy: string | null;
  referralReasons: object[];
  nextDue: string | null;
  cancelReason: string | null;
  visitId: string | null;
  version: number;
}

export const taskRow = new EntitySchema<TaskRow>({
  name: 'task',
  columns: {
    taskId: { name: 'task_id', type: 'uuid', primary: true },
    residentId: { name: 'resident_id', type: 'uuid' },
    institutionCode: { name: 'institution_code', type: 'text' },
    kind: { type: 'text' },
    programme: { type: 'text', nullable: true },
    enrolmentId: { name: 'enrolment_id', type: 'uuid', nullable: true },
    referralId: { name: 'referral_id', type: 'uuid', nullable: true },
    sequence: { type: 'int' },
    state: { type: 'text' },
    windowStart: { name: 'window_start', type: 'date' },
    due: { type: 'date' },
    ruleId: { name: 'rule_id', type: 'text' },
    ruleVersion: { name: 'rule_version', type: 'text' },
    causeEventId: { name: 'cause_event_id', type: 'uuid', nullable: true },
    completedOn: { name: 'completed_on', type: 'date', nullable: true },
    practitionerCode: { name: 'practitioner_code', type: 'text', nullable: true },
    record: { type: 'jsonb', nullable: true },
    classification: { type: 'text', nullable: true },
    controlled: { type: 'boolean', nullable: true },
    classifiedBy: { name: 'classified_by', type: 'text', nullable: true },
    referralReasons: { name: 'referral_reasons', type: 'jsonb' },
    nextDue: { name: 'next_due', type: 'date', nullable: true },
    cancelReason: { name: 'cancel_reason', type: 'text', nullable: true },
    visitId: { name: 'visit_id', type: 'uuid', nullable: true },
    version: { type: 'int' },
  },
});
