import { decimal, Decimal, explainBy, InvariantViolated } from '@yigongti/kernel';
import type { ExplanationStep, Fen, SettlementLevel } from '@yigongti/kernel';
import type { InForce } from '../policy-terms.ts';
import type { CaseGroup } from './case-group.ts';
import { deviationOf, type Deviation } from './deviation.ts';
import type { CostMethod, PointTerms } from './point-terms.ts';
import { pointSteps } from './points-explained.ts';

/** `SPECIAL_REVIEW`: the cost is beyond any rule, experts decide; until then the case has no points. */
export type PointState = 'SCORED' | 'UNGROUPED' | 'SPECIAL_REVIEW' | 'BY_COST';

export interface ScoredCase {
  readonly state: PointState;
  readonly points: Decimal;
  readonly steps: readonly ExplanationStep[];
}

export interface CaseToScore {
  readonly settlementLevel: SettlementLevel;
  readonly totalFen: Fen;
}

/**
 * Points of a stay: score of the group × coefficient of the institution (1 for primary-care groups: same score, same price in county and
 * town, Changle 2023, 四(六)) × deviation of the cost, rounded half up once, at the end. A grouped case never rounds down to nothing.
 */
export function scoreStay(policy: InForce<PointTerms>, group: CaseGroup | null, treated: CaseToScore): ScoredCase {
  const { terms, basis } = policy;
  if (!group) return { state: 'UNGROUPED', ...pointsByCost(policy, terms.ungrouped, treated.totalFen) };
  const explain = explainBy(basis);
  const referenceFen = group.referenceCostFen[treated.settlementLevel] ?? group.meanCostFen;
  const deviation = deviationOf(terms.deviation, treated.totalFen, referenceFen);
  const { lowRatio, highRatio, extremeRatio } = terms.deviation;
  const measured = { costFen: treated.totalFen, referenceFen, lowRatio, highRatio, extremeRatio };
  const deviationStep = explain(pointSteps.deviation, measured, deviation.factor ?? 'SPECIAL_REVIEW');
  if (!deviation.factor) return { state: 'SPECIAL_REVIEW', points: decimal(0), steps: [deviationStep] };
  const coefficient = coefficientOf(policy, { group, deviation, settlementLevel: treated.settlementLevel });
  const exact = decimal(group.score).times(coefficient.value).times(deviation.factor);
  const points = Decimal.max(smallestPoints(terms), rounded(terms, exact));
  const factors = { score: group.score, coefficient: coefficient.value, deviation: deviation.factor };
  return { state: 'SCORED', points, steps: [coefficient.step, deviationStep, explain(pointSteps.points, factors, points)] };
}

/** Points of a visit: a fixed quota, the same at every institution. */
export function scoreVisit(policy: InForce<PointTerms>, totalFen: Fen): ScoredCase {
  return { state: 'BY_COST', ...pointsByCost(policy, policy.terms.outpatient, totalFen) };
}

function pointsByCost({ terms, basis }: InForce<PointTerms>, { factor }: CostMethod, costFen: Fen): Omit<ScoredCase, 'state'> {
  const { overallMeanCostFen, scoreBase } = terms;
  const points = rounded(terms, decimal(costFen).times(scoreBase).times(factor).div(decimal(overallMeanCostFen)));
  const inputs = { costFen, overallMeanCostFen, base: scoreBase, factor };
  return { points, steps: [explainBy(basis)(pointSteps.costPoints, inputs, points)] };
}

interface CoefficientFacts {
  readonly group: CaseGroup;
  readonly deviation: Deviation;
  readonly settlementLevel: SettlementLevel;
}

function coefficientOf(
  { terms, basis }: InForce<PointTerms>,
  facts: CoefficientFacts,
): { value: Decimal; step: ExplanationStep } {
  const { group, deviation, settlementLevel } = facts;
  const table = terms.institutionCoefficients[settlementLevel];
  if (table === undefined)
    throw new InvariantViolated('settlement.points.no-coefficient', `no coefficient for ${settlementLevel}`);
  const applies = !group.primaryCare && (!deviation.deviates || terms.deviation.applyCoefficient);
  const value = decimal(applies ? table : 1);
  const inputs = { settlementLevel, table, primaryCareGroup: group.primaryCare, deviates: deviation.deviates };
  return { value, step: explainBy(basis)(pointSteps.coefficient, inputs, value) };
}

function rounded({ rounding }: PointTerms, exact: Decimal): Decimal {
  return exact.toDecimalPlaces(rounding.scoreDecimals, Decimal.ROUND_HALF_UP);
}

function smallestPoints({ rounding }: PointTerms): Decimal {
  return decimal(10).pow(-rounding.scoreDecimals);
}
