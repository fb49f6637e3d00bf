import { decimal, Decimal, refuse, type Refusal } from '@yigongti/kernel';
import { levelsWithBeds, oneRowEach } from '../level-rules.ts';
import { policyRefusals } from '../policy-refusals.ts';
import type { CaseGroup } from './case-group.ts';
import type { PointTerms } from './point-terms.ts';

type PointRule = (terms: PointTerms, groups: readonly CaseGroup[]) => readonly Refusal[];

const everyLevelHasACoefficient: PointRule = ({ coefficients }) =>
  oneRowEach(coefficients, levelsWithBeds, '/points/coefficients');

const coefficientsArePositive: PointRule = ({ coefficients }) =>
  coefficients.flatMap((row, index) =>
    decimal(row.coefficient).gt(0)
      ? []
      : [refuse(policyRefusals.coefficientNotPositive, { pointer: `/points/coefficients/${index}/coefficient` })],
  );

const limitsInOrder: PointRule = ({ deviation: { low, high, extreme } }) =>
  decimal(low).gt(0) && decimal(low).lt(1) && decimal(high).gte(1) && decimal(extreme).gt(high)
    ? []
    : [refuse(policyRefusals.deviationOutOfOrder, { pointer: '/points/deviation' })];

/** Low-deviation payment never exceeds the normal one: where coefficients leave deviating cases alone, none may be below the low limit. */
const deviationPaysNoMore: PointRule = ({ deviation, coefficients }) =>
  !deviation.coefficientApplies && coefficients.some((row) => decimal(row.coefficient).lt(deviation.low))
    ? [refuse(policyRefusals.deviationBeatsNormal, { pointer: '/points/deviation/coefficientApplies' })]
    : [];

/** A case without a group scores less than any grouped one of usual cost, at the level where that scores least. */
const ungroupedScoresLess: PointRule = ({ ungroupedPoints, coefficients }, groups) => {
  const lowest = Decimal.min(1, ...coefficients.map((row) => row.coefficient));
  const scores = groups.map((group) => (group.primaryCare ? decimal(group.score) : decimal(group.score).times(lowest)));
  const pointer = '/points/ungroupedPoints';
  if (decimal(ungroupedPoints).lt(0)) return [refuse(policyRefusals.ungroupedBeatsGrouped, { pointer })];
  const beaten = groups.filter((_, index) => scores[index]!.lte(ungroupedPoints)).map(({ code }) => code);
  return beaten.length === 0
    ? []
    : [refuse(policyRefusals.ungroupedBeatsGrouped, { pointer, parameters: { group: beaten[0]!, groups: beaten.length } })];
};

/** In order of precedence. */
export const pointRules: readonly PointRule[] = [
  everyLevelHasACoefficient,
  coefficientsArePositive,
  limitsInOrder,
  deviationPaysNoMore,
  ungroupedScoresLess,
];
