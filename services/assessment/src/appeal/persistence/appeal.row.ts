import { EntitySchema } from 'typeorm';

/** Table `appeal`, one row an appeal. */
export interface AppealRow {
  appealId: string;
  resultId: string;
  period: string;
  institutionCode: string;
  indicatorCode: string;
  reasonCode: string;
  evidence: readonly string[];
  state: string;
  submittedAt: Date | string;
  groundsCode: string | null;
  correctedNumerator: string | null;
  correctedDenominator: string | null;
  decidedAt: Date | string | null;
  version: number;
}

export const appealRow = new EntitySchema<AppealRow>({
  name: 'appeal',
  columns: {
    appealId: { name: 'appeal_id', type: 'uuid', primary: true },
    resultId: { name: 'result_id', type: 'uuid' },
    period: { type: 'text' },
    institutionCode: { name: 'institution_code', type: 'text' },
    indicatorCode: { name: 'indicator_code', type: 'text' },
    reasonCode: { name: 'reason_code', type: 'text' },
    evidence: { type: 'text', array: true },
    state: { type: 'text' },
    submittedAt: { name: 'submitted_at', type: 'timestamptz' },
    groundsCode: { name: 'grounds_code', type: 'text', nullable: true },
    correctedNumerator: { name: 'corrected_numerator', type: 'numeric', nullable: true },
    correctedDenominator: { name: 'corrected_denominator', type: 'numeric', nullable: true },
    decidedAt: { name: 'decided_at', type: 'timestamptz', nullable: true },
    version: { type: 'int' },
  },
});
