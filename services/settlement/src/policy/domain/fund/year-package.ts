import { decimal, explainBy, roundHalfUpFen, sumFen, type ExplanationStep, type Fen } from '@yigongti/kernel';
import type { InForce } from '../policy-terms.ts';
import { fundSteps } from './fund-explained.ts';
import type { FundTerms } from './fund-terms.ts';

/** The year's package with what was held back: budget = package + reserves + carve-outs, to the fen. */
export interface YearPackage {
  readonly fundingFen: Fen;
  readonly bigIllnessPremiumFen: Fen;
  readonly budgetFen: Fen;
  readonly riskReserveFen: Fen;
  readonly adjustmentReserveFen: Fen;
  readonly carveOutFen: Fen;
  /** Negative when carve-outs are more than the fund has: whoever opens a pool must refuse that. */
  readonly packageFen: Fen;
  readonly steps: readonly ExplanationStep[];
}

/** Funding method: insured × (personal + fiscal …) − big-illness premium × insured, then reserves and carve-outs. */
export function packageByFunding(policy: InForce<FundTerms>, insuredCount: number): YearPackage {
  const { terms, basis } = policy;
  const explain = explainBy(basis);
  const heads = BigInt(insuredCount);
  const fundingFen = heads * terms.perPersonFen;
  const bigIllnessPremiumFen = heads * terms.bigIllnessPremiumFen;
  const budgetFen = fundingFen - bigIllnessPremiumFen;
  const opening = [
    explain(fundSteps.funding, { insuredCount, perPersonFen: terms.perPersonFen }, fundingFen),
    explain(fundSteps.premium, { insuredCount, perPersonFen: terms.bigIllnessPremiumFen }, bigIllnessPremiumFen),
    explain(fundSteps.budget, { fundingFen, bigIllnessPremiumFen }, budgetFen),
  ];
  const held = holdBack(policy, budgetFen);
  return { fundingFen, bigIllnessPremiumFen, budgetFen, ...held, steps: [...opening, ...held.steps] };
}

type HeldBack = Pick<YearPackage, 'riskReserveFen' | 'adjustmentReserveFen' | 'carveOutFen' | 'packageFen' | 'steps'>;
type Holding = Pick<FundTerms, 'riskReserveRatio' | 'adjustmentReserveRatio' | 'carveOuts'>;

/** Reserves are held back before packing (Shijiazhuang 2023, art. 12): each is rounded to the fen, the package takes what is left. */
export function holdBack({ terms, basis }: InForce<Holding>, budgetFen: Fen): HeldBack {
  const explain = explainBy(basis);
  const riskReserveFen = roundHalfUpFen(decimal(budgetFen).times(terms.riskReserveRatio));
  const adjustmentReserveFen = roundHalfUpFen(decimal(budgetFen).times(terms.adjustmentReserveRatio));
  const carveOutFen = sumFen(terms.carveOuts.map(({ fen }) => fen));
  const packageFen = budgetFen - riskReserveFen - adjustmentReserveFen - carveOutFen;
  return {
    riskReserveFen,
    adjustmentReserveFen,
    carveOutFen,
    packageFen,
    steps: [
      explain(fundSteps.riskReserve, { budgetFen, ratio: terms.riskReserveRatio }, riskReserveFen),
      explain(fundSteps.adjustmentReserve, { budgetFen, ratio: terms.adjustmentReserveRatio }, adjustmentReserveFen),
      ...terms.carveOuts.map(({ code, fen }) => explain(fundSteps.carveOut, { code }, fen)),
      explain(fundSteps.package, { budgetFen, riskReserveFen, adjustmentReserveFen, carveOutFen }, packageFen),
    ],
  };
}
