import { decimal, Decimal, explainBy, InvariantViolated } from '@yigongti/kernel';
import type { ExplanationStep, Fen, SettlementLevel } from '@yigongti/kernel';
import type { InForce } from '../policy-terms.ts';
import type { CaseGroup } from './case-group.ts';
import { deviationOf, type Deviation } from './deviation.ts';
import type { PointTerms } from './point-terms.ts';
import { pointSteps } from './points-explained.ts';

/** `SPECIAL_REVIEW`: the cost is beyond any rule, experts decide; until then the case has no points. */
export type PointState = 'SCORED' | 'UNGROUPED' | 'SPECIAL_REVIEW';

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
export function scoreCase(policy: InForce<PointTerms>, group: CaseGroup | null, treated: CaseToScore): ScoredCase {
  const { terms, basis } = policy;
  if (!group) return ungrouped(policy);
  const explain = explainBy(basis);
  const meanCostFen = group.meanCostByLevelFen[treated.settlementLevel] ?? group.meanCostFen;
  const deviation = deviationOf(terms.deviation, treated.totalFen, meanCostFen);
  const { low, high, extreme } = terms.deviation;
  const measured = { costFen: treated.totalFen, meanCostFen, low, high, extreme };
  const deviationStep = explain(pointSteps.deviation, measured, deviation.factor ?? 'SPECIAL_REVIEW');
  if (!deviation.factor) return { state: 'SPECIAL_REVIEW', points: decimal(0), steps: [deviationStep] };
  const coefficient = coefficientOf(policy, { group, deviation, settlementLevel: treated.settlementLevel });
  const exact = decimal(group.score).times(coefficient.value).times(deviation.factor);
  const smallest = decimal(10).pow(-terms.decimalPlaces);
  const points = Decimal.max(smallest, exact.toDecimalPlaces(terms.decimalPlaces, Decimal.ROUND_HALF_UP));
  const factors = { score: group.score, coefficient: coefficient.value, deviation: deviation.factor };
  return { state: 'SCORED', points, steps: [deviationStep, coefficient.step, explain(pointSteps.points, factors, points)] };
}

function ungrouped({ terms, basis }: InForce<PointTerms>): ScoredCase {
  const points = decimal(terms.ungroupedPoints);
  return { state: 'UNGROUPED', points, steps: [explainBy(basis)(pointSteps.points, { group: null }, points)] };
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
  const row = terms.coefficients.find(({ level }) => level === settlementLevel);
  if (!row) throw new InvariantViolated('settlement.points.no-coefficient', `no coefficient for ${settlementLevel}`);
  const applies = !group.primaryCare && (!deviation.deviates || terms.deviation.coefficientApplies);
  const value = decimal(applies ? row.coefficient : 1);
  const inputs = { settlementLevel, table: row.coefficient, primaryCareGroup: group.primaryCare, deviates: deviation.deviates };
  return { value, step: explainBy(basis)(pointSteps.coefficient, inputs, value) };
}
