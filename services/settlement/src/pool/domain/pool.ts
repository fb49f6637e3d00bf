import { allocateByLargestRemainder, monthsOfYear, refuse, throwIfRefused } from '@yigongti/kernel';
import type { BusinessDate, ExplanationStep, Fen, Month, Refusal, Uuid } from '@yigongti/kernel';
import { poolRefusals } from './pool-refusals.ts';

export interface PoolMonth {
  readonly month: Month;
  readonly fundFen: Fen;
}

/** What a policy makes of the number of insured. */
export interface PoolBudget {
  readonly fundingFen: Fen;
  readonly bigIllnessPremiumFen: Fen;
  readonly budgetFen: Fen;
  readonly riskReserveFen: Fen;
  readonly adjustmentReserveFen: Fen;
  readonly carveOutFen: Fen;
  readonly packageFen: Fen;
}

/** The fund pool (基金池) of a consortium, an insurance and a year. */
export interface Pool extends PoolBudget {
  readonly poolId: Uuid;
  readonly consortiumCode: string;
  readonly insuranceType: 'RESIDENT' | 'EMPLOYEE';
  readonly year: number;
  readonly policyId: Uuid;
  /** Day on which the insured were counted, and how many they were. */
  readonly countedOn: BusinessDate;
  readonly insuredCount: number;
  /** Twelve, from January; together the package, to the fen. */
  readonly months: readonly PoolMonth[];
  readonly explanation: readonly ExplanationStep[];
  readonly version: number;
}

export interface Opening {
  readonly poolId: Uuid;
  readonly consortiumCode: string;
  readonly insuranceType: 'RESIDENT' | 'EMPLOYEE';
  readonly year: number;
  readonly policy: { readonly policyId: Uuid; readonly insuranceType: string; readonly year: number };
  readonly countedOn: BusinessDate;
  readonly insuredCount: number;
  readonly budget: PoolBudget;
  readonly explanation: readonly ExplanationStep[];
}

/**
 * Opens a pool and plans its months: package = the sum of twelve, split by largest remainder.
 * @throws Refused with all reasons
 */
export function openPool(opening: Opening): Pool {
  throwIfRefused(faultsOf(opening));
  const { policy, budget, ...head } = opening;
  return { ...head, ...budget, policyId: policy.policyId, months: planMonths(budget.packageFen, opening.year), version: 1 };
}

export function planMonths(packageFen: Fen, year: number): PoolMonth[] {
  const shares = allocateByLargestRemainder(
    packageFen,
    monthsOfYear(year).map((month) => ({ key: month, weight: 1 })),
  );
  return [...shares].map(([month, fundFen]) => ({ month, fundFen }));
}

function faultsOf({ policy, insuranceType, year, countedOn, insuredCount, budget }: Opening): (Refusal | null)[] {
  return [
    policy.insuranceType === insuranceType && policy.year === year
      ? null
      : refuse(poolRefusals.policyOfOtherPool, { pointer: '/policyId' }),
    countedOn.startsWith(`${year}-`)
      ? null
      : refuse(poolRefusals.countedOutsideYear, { pointer: '/countedOn', parameters: { countedOn } }),
    insuredCount > 0 ? null : refuse(poolRefusals.noInsured, { pointer: '/countedOn', parameters: { countedOn } }),
    insuredCount === 0 || budget.packageFen > 0n ? null : refuse(poolRefusals.nothingLeft, { pointer: '/policyId' }),
  ];
}
