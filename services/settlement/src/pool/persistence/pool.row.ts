import type { ExplanationStep } from '@yigongti/kernel';
import { EntitySchema } from 'typeorm';

export interface PoolRow {
  poolId: string;
  consortiumCode: string;
  insuranceType: string;
  year: number;
  policyId: string;
  countedOn: string;
  insuredCount: number;
  fundingFen: bigint;
  bigIllnessPremiumFen: bigint;
  budgetFen: bigint;
  riskReserveFen: bigint;
  adjustmentReserveFen: bigint;
  carveOutFen: bigint;
  packageFen: bigint;
  months: { month: string; fundFen: number }[];
  explanation: ExplanationStep[];
  version: number;
}

export const poolRow = new EntitySchema<PoolRow>({
  name: 'pool',
  columns: {
    poolId: { name: 'pool_id', type: 'uuid', primary: true },
    consortiumCode: { name: 'consortium_code', type: 'text' },
    insuranceType: { name: 'insurance_type', type: 'text' },
    year: { type: 'int' },
    policyId: { name: 'policy_id', type: 'uuid' },
    countedOn: { name: 'counted_on', type: 'date' },
    insuredCount: { name: 'insured_count', type: 'int' },
    fundingFen: { name: 'funding_fen', type: 'bigint' },
    bigIllnessPremiumFen: { name: 'big_illness_premium_fen', type: 'bigint' },
    budgetFen: { name: 'budget_fen', type: 'bigint' },
    riskReserveFen: { name: 'risk_reserve_fen', type: 'bigint' },
    adjustmentReserveFen: { name: 'adjustment_reserve_fen', type: 'bigint' },
    carveOutFen: { name: 'carve_out_fen', type: 'bigint' },
    packageFen: { name: 'package_fen', type: 'bigint' },
    months: { type: 'jsonb' },
    explanation: { type: 'jsonb' },
    version: { type: 'int' },
  },
});
