import { decimal, refuse, type Refusal } from '@yigongti/kernel';
import { levelsUpward } from '../level-rules.ts';
import { policyRefusals } from '../policy-refusals.ts';
import type { PointTerms } from './point-terms.ts';

type PointRule = (terms: PointTerms) => readonly Refusal[];

const everyLevelHasACoefficient: PointRule = ({ institutionCoefficients }) =>
  levelsUpward
    .filter((level) => institutionCoefficients[level] === undefined)
    .map((settlementLevel) =>
      refuse(policyRefusals.levelMissing, { pointer: '/points/institutionCoefficients', parameters: { settlementLevel } }),
    );

const stated = ({ institutionCoefficients }: PointTerms) =>
  levelsUpward.flatMap((level) => {
    const coefficient = institutionCoefficients[level];
    return coefficient === undefined ? [] : [{ level, coefficient: decimal(coefficient) }];
  });

const coefficientsArePositive: PointRule = (terms) =>
  stated(terms)
    .filter(({ coefficient }) => coefficient.lte(0))
    .map(({ level }) => refuse(policyRefusals.coefficientNotPositive, { pointer: `/points/institutionCoefficients/${level}` }));

const meanIsPositive: PointRule = ({ overallMeanCostFen }) =>
  overallMeanCostFen > 0n ? [] : [refuse(policyRefusals.meanNotPositive, { pointer: '/points/overallMeanCostFen' })];

const limitsInOrder: PointRule = ({ deviation: { lowRatio, highRatio, extremeRatio } }) =>
  decimal(lowRatio).gt(0) && decimal(lowRatio).lt(1) && decimal(highRatio).gte(1) && decimal(extremeRatio).gt(highRatio)
    ? []
    : [refuse(policyRefusals.deviationOutOfOrder, { pointer: '/points/deviation' })];

/** Low-deviation payment never exceeds the normal one: where coefficients leave deviating cases alone, none may be below the low limit. */
const deviationPaysNoMore: PointRule = (terms) =>
  !terms.deviation.applyCoefficient && stated(terms).some(({ coefficient }) => coefficient.lt(terms.deviation.lowRatio))
    ? [refuse(policyRefusals.deviationBeatsNormal, { pointer: '/points/deviation/applyCoefficient' })]
    : [];

/** A case without a group is paid less than the same cost with one. */
const ungroupedScoresLess: PointRule = ({ ungrouped }) =>
  decimal(ungrouped.factor).gte(0) && decimal(ungrouped.factor).lt(1)
    ? []
    : [refuse(policyRefusals.ungroupedBeatsGrouped, { pointer: '/points/ungrouped/factor' })];

const outpatientNotNegative: PointRule = ({ outpatient }) =>
  decimal(outpatient.factor).gte(0) ? [] : [refuse(policyRefusals.factorNegative, { pointer: '/points/outpatient/factor' })];

/** In order of precedence. */
export const pointRules: readonly PointRule[] = [
  everyLevelHasACoefficient,
  coefficientsArePositive,
  meanIsPositive,
  limitsInOrder,
  deviationPaysNoMore,
  ungroupedScoresLess,
  outpatientNotNegative,
];
