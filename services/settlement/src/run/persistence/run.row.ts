import { EntitySchema } from 'typeorm';

export interface RunRow {
  runId: string;
  poolId: string;
  month: string;
  policyId: string;
  assessmentResultId: string;
  claimCount: number;
  points: string;
  fundFen: bigint;
  allocatedFen: bigint;
  withheldFen: bigint;
  inputDigest: string;
  digest: string;
  clearedOn: string;
  version: number;
}

export const runRow = new EntitySchema<RunRow>({
  name: 'run',
  columns: {
    runId: { name: 'run_id', type: 'uuid', primary: true },
    poolId: { name: 'pool_id', type: 'uuid' },
    month: { type: 'text' },
    policyId: { name: 'policy_id', type: 'uuid' },
    assessmentResultId: { name: 'assessment_result_id', type: 'uuid' },
    claimCount: { name: 'claim_count', type: 'int' },
    points: { type: 'numeric' },
    fundFen: { name: 'fund_fen', type: 'bigint' },
    allocatedFen: { name: 'allocated_fen', type: 'bigint' },
    withheldFen: { name: 'withheld_fen', type: 'bigint' },
    inputDigest: { name: 'input_digest', type: 'text' },
    digest: { type: 'text' },
    clearedOn: { name: 'cleared_on', type: 'date' },
    version: { type: 'int' },
  },
});
