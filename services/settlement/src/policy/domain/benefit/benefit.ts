import { decimal, Decimal, explainBy, InvariantViolated, roundHalfUpFen } from '@yigongti/kernel';
import type { ExplanationStep, Fen, SettlementLevel } from '@yigongti/kernel';
import type { InForce } from '../policy-terms.ts';
import { benefitSteps } from './benefit-explained.ts';
import type { BenefitRow, BenefitTerms, VisitKind } from './benefit-terms.ts';
import { chargeDeductible, type DeductibleHistory } from './deductible.ts';
import { referralStanding, type ReferralFact } from './referral-standing.ts';

/** The costs of one stay or visit, as the settlement list states them: total = own + over limit + pre-self-pay + in scope. */
export interface Stay {
  readonly visitKind: VisitKind;
  readonly settlementLevel: SettlementLevel;
  readonly totalFen: Fen;
  readonly preSelfPayFen: Fen;
  readonly inScopeFen: Fen;
}

/** What is known of the patient on the day of discharge. */
export interface BenefitFacts extends DeductibleHistory {
  readonly referral: ReferralFact;
  readonly contracted: boolean;
  /** Paid by the basic fund for this person in the year so far. */
  readonly fundPaidFen: Fen;
}

export interface Benefit {
  readonly preSelfPayFen: Fen;
  readonly inScopeFen: Fen;
  readonly deductibleFen: Fen;
  readonly fundPaidFen: Fen;
  readonly personalFen: Fen;
  readonly referralApplied: boolean;
  readonly contractApplied: boolean;
  readonly steps: readonly ExplanationStep[];
}

/** The row of the table for a stay; null where the policy has none, for example for beds in a village clinic. */
export function benefitRow(terms: BenefitTerms, { visitKind, settlementLevel }: Stay): BenefitRow | null {
  const table = visitKind === 'INPATIENT' ? terms.inpatient : terms.outpatient;
  return table.find((row) => row.level === settlementLevel) ?? null;
}

/**
 * What the basic fund pays for a stay: penalty for a missing referral, deductible, ratio, yearly cap, in this order, rounded to the fen
 * once, at the end.
 */
export function payBenefit(policy: InForce<BenefitTerms>, stay: Stay, facts: BenefitFacts): Benefit {
  const { terms } = policy;
  const row = benefitRow(terms, stay);
  if (!row) throw new InvariantViolated('settlement.benefit.no-row', `no row for ${stay.visitKind} at ${stay.settlementLevel}`);
  const held = referralStanding(policy, { ...stay, row }, facts.referral);
  const inScopeFen = stay.inScopeFen - held.movedToPatientFen;
  const charge = { inScopeFen, levelFen: held.deductibleFen, continues: held.referred };
  const deductible = chargeDeductible(policy, charge, facts);
  const ratio = ratioOf(policy, stay, { ratio: held.ratio, contracted: facts.contracted });
  const payableFen = roundHalfUpFen(decimal(inScopeFen - deductible.fen).times(ratio.value));
  const restFen = terms.annualCapFen > facts.fundPaidFen ? terms.annualCapFen - facts.fundPaidFen : 0n;
  const fundPaidFen = payableFen < restFen ? payableFen : restFen;
  const amounts = { inScopeFen, deductibleFen: deductible.fen, ratio: ratio.value, payableFen, restFen, fundPaidFen };
  return {
    preSelfPayFen: stay.preSelfPayFen + held.movedToPatientFen,
    inScopeFen,
    deductibleFen: deductible.fen,
    fundPaidFen,
    personalFen: stay.totalFen - fundPaidFen,
    referralApplied: held.referred,
    contractApplied: ratio.contractApplied,
    steps: [openingStep(policy, stay), ...held.steps, deductible.step, ratio.step, ...closingSteps(policy, stay, amounts)],
  };
}

function openingStep({ basis }: InForce<BenefitTerms>, { totalFen, preSelfPayFen, inScopeFen }: Stay): ExplanationStep {
  return explainBy(basis)(benefitSteps.scope, { totalFen, preSelfPayFen }, inScopeFen);
}

interface Amounts {
  readonly inScopeFen: Fen;
  readonly deductibleFen: Fen;
  readonly ratio: Decimal;
  readonly payableFen: Fen;
  readonly restFen: Fen;
  readonly fundPaidFen: Fen;
}

function closingSteps({ terms, basis }: InForce<BenefitTerms>, { totalFen }: Stay, amounts: Amounts): ExplanationStep[] {
  const { inScopeFen, deductibleFen, ratio, payableFen, restFen, fundPaidFen } = amounts;
  const explain = explainBy(basis);
  return [
    explain(benefitSteps.payable, { inScopeFen, deductibleFen, ratio }, payableFen),
    explain(benefitSteps.cap, { annualCapFen: terms.annualCapFen, restFen, payableFen }, fundPaidFen),
    explain(benefitSteps.personal, { totalFen, fundPaidFen }, totalFen - fundPaidFen),
  ];
}

interface Ratio {
  readonly value: Decimal;
  readonly contractApplied: boolean;
  readonly step: ExplanationStep;
}

interface RatioFacts {
  readonly ratio: Decimal;
  readonly contracted: boolean;
}

/** The level's ratio (or the penalty's), with the bonus of a contract in force, never above the whole. */
function ratioOf({ terms, basis }: InForce<BenefitTerms>, stay: Stay, { ratio, contracted }: RatioFacts): Ratio {
  const { points, levels, visitKinds } = terms.contractBonus;
  const eligible = levels.includes(stay.settlementLevel) && visitKinds.includes(stay.visitKind);
  const contractApplied = contracted && eligible && decimal(points).gt(0);
  const value = contractApplied ? Decimal.min(1, ratio.plus(points)) : ratio;
  const inputs = { settlementLevel: stay.settlementLevel, ratio, contracted, bonus: contractApplied ? points : '0' };
  return { value, contractApplied, step: explainBy(basis)(benefitSteps.ratio, inputs, value) };
}
