import { fenToJson, type BusinessDate, type ExplanationStep, type Uuid } from '@yigongti/kernel';
import type { Pool } from './domain/pool.ts';

/** A pool as clients see it; plain JSON. */
export interface PoolView {
  readonly poolId: Uuid;
  readonly consortiumCode: string;
  readonly insuranceType: string;
  readonly year: number;
  readonly policyId: Uuid;
  readonly countedOn: BusinessDate;
  readonly insuredCount: number;
  readonly fundingFen: number;
  readonly bigIllnessPremiumFen: number;
  readonly budgetFen: number;
  readonly riskReserveFen: number;
  readonly adjustmentReserveFen: number;
  readonly carveOutFen: number;
  readonly packageFen: number;
  readonly months: readonly { readonly month: string; readonly fundFen: number }[];
  readonly explanation: readonly ExplanationStep[];
  readonly version: number;
  readonly allowedActions: readonly string[];
}

export function poolView(pool: Pool): PoolView {
  return {
    ...pool,
    fundingFen: fenToJson(pool.fundingFen),
    bigIllnessPremiumFen: fenToJson(pool.bigIllnessPremiumFen),
    budgetFen: fenToJson(pool.budgetFen),
    riskReserveFen: fenToJson(pool.riskReserveFen),
    adjustmentReserveFen: fenToJson(pool.adjustmentReserveFen),
    carveOutFen: fenToJson(pool.carveOutFen),
    packageFen: fenToJson(pool.packageFen),
    months: pool.months.map(({ month, fundFen }) => ({ month, fundFen: fenToJson(fundFen) })),
    allowedActions: ['clear-month'],
  };
}
