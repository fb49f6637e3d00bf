import { EntitySchema } from 'typeorm';

export interface YearRow {
  yearClearingId: string;
  poolId: string;
  year: number;
  policyId: string;
  assessedBy: 'YEAR_RESULT' | 'MONTH_RESULTS' | 'NONE';
  assessmentResultId: string | null;
  decimalPlaces: number;
  monthsCleared: number;
  bookingCount: number;
  points: string;
  fundFen: bigint;
  dueFen: bigint;
  withheldFen: bigint;
  paidFen: bigint;
  monthWithheldFen: bigint;
  clearingFen: bigint;
  inputDigest: string;
  digest: string;
  clearedOn: string;
  version: number;
}

export const yearRow = new EntitySchema<YearRow>({
  name: 'year_clearing',
  columns: {
    yearClearingId: { name: 'year_clearing_id', type: 'uuid', primary: true },
    poolId: { name: 'pool_id', type: 'uuid' },
    year: { type: 'int' },
    policyId: { name: 'policy_id', type: 'uuid' },
    assessedBy: { name: 'assessed_by', type: 'text' },
    assessmentResultId: { name: 'assessment_result_id', type: 'uuid', nullable: true },
    decimalPlaces: { name: 'decimal_places', type: 'int' },
    monthsCleared: { name: 'months_cleared', type: 'int' },
    bookingCount: { name: 'booking_count', type: 'int' },
    points: { type: 'numeric' },
    fundFen: { name: 'fund_fen', type: 'bigint' },
    dueFen: { name: 'due_fen', type: 'bigint' },
    withheldFen: { name: 'withheld_fen', type: 'bigint' },
    paidFen: { name: 'paid_fen', type: 'bigint' },
    monthWithheldFen: { name: 'month_withheld_fen', type: 'bigint' },
    clearingFen: { name: 'clearing_fen', type: 'bigint' },
    inputDigest: { name: 'input_digest', type: 'text' },
    digest: { type: 'text' },
    clearedOn: { name: 'cleared_on', type: 'date' },
    version: { type: 'int' },
  },
});
