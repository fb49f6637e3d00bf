import { decimal, refuse, type Refusal } from '@yigongti/kernel';
import { levelsUpward, levelsWithBeds, oneRowEach } from '../level-rules.ts';
import { policyRefusals } from '../policy-refusals.ts';
import type { BenefitRow, BenefitTerms } from './benefit-terms.ts';

type BenefitRule = (terms: BenefitTerms) => readonly Refusal[];
type TableRule = (rows: readonly BenefitRow[], pointer: string) => readonly Refusal[];

const everyLevelHasARow: BenefitRule = ({ inpatient, outpatient }) => [
  ...oneRowEach(inpatient, levelsWithBeds, '/benefit/inpatient'),
  ...oneRowEach(outpatient, levelsUpward, '/benefit/outpatient'),
];

const isShare = (value: string) => decimal(value).gte(0) && decimal(value).lte(1);

const ratiosAreShares: TableRule = (rows, pointer) =>
  rows.flatMap((row, index) =>
    isShare(row.ratio) ? [] : [refuse(policyRefusals.ratioOutOfRange, { pointer: `${pointer}/${index}/ratio` })],
  );

/** Each row with the one of the next lower level, whatever order the table is written in. */
function stepsUp(
  rows: readonly BenefitRow[],
): { readonly lower: BenefitRow; readonly higher: BenefitRow; readonly index: number }[] {
  const rank = (row: BenefitRow) => levelsUpward.indexOf(row.level);
  const upward = [...rows].sort((a, b) => rank(a) - rank(b));
  return upward.slice(1).map((higher, position) => ({ lower: upward[position]!, higher, index: rows.indexOf(higher) }));
}

/** The share rises when the level falls (Changle 2023, 四(六); Zhejiang 2017, 二(五)). */
const higherLevelsPayNoMore: TableRule = (rows, pointer) =>
  stepsUp(rows)
    .filter(({ lower, higher }) => decimal(higher.ratio).gt(lower.ratio))
    .map(({ lower, higher, index }) =>
      refuse(policyRefusals.higherLevelPaysMore, {
        pointer: `${pointer}/${index}/ratio`,
        parameters: {
          higher: higher.level,
          ratio: higher.ratio,
          lower: lower.level,
          lowerRatio: lower.ratio,
        },
      }),
    );

const higherLevelsAskNoLess: TableRule = (rows, pointer) =>
  stepsUp(rows)
    .filter(({ lower, higher }) => higher.deductibleFen < lower.deductibleFen)
    .map(({ lower, higher, index }) =>
      refuse(policyRefusals.higherLevelAsksLess, {
        pointer: `${pointer}/${index}/deductibleFen`,
        parameters: { higher: higher.level, lower: lower.level },
      }),
    );

const tables: BenefitRule = ({ inpatient, outpatient }) =>
  [ratiosAreShares, higherLevelsPayNoMore, higherLevelsAskNoLess].flatMap((rule) => [
    ...rule(inpatient, '/benefit/inpatient'),
    ...rule(outpatient, '/benefit/outpatient'),
  ]);

const pointsAreShares: BenefitRule = ({ referralPenalty: penalty, contractBonus }) => {
  const shares: Record<string, string> = {
    ...(penalty.mode === 'RATIO_POINTS' && { 'referralPenalty/points': penalty.points }),
    ...(penalty.mode === 'SEPARATE_ROW' && { 'referralPenalty/ratio': penalty.ratio }),
    ...(penalty.mode === 'PRE_SELF_PAY' && { 'referralPenalty/share': penalty.share }),
    'contractBonus/points': contractBonus.points,
  };
  const faulty = Object.entries(shares).filter(([, value]) => !isShare(value));
  return faulty.map(([field]) => refuse(policyRefusals.ratioOutOfRange, { pointer: `/benefit/${field}` }));
};

/** Unreferred payment is never above referred payment: a row of its own pays no more than any row it stands in for. */
const penaltyDoesNotReward: BenefitRule = ({ referralPenalty: penalty, inpatient, outpatient }) => {
  if (penalty.mode !== 'SEPARATE_ROW') return [];
  const tablesInPlay = [
    ...(penalty.visitKinds.includes('INPATIENT') ? inpatient : []),
    ...(penalty.visitKinds.includes('OUTPATIENT') ? outpatient : []),
  ];
  const replaced = tablesInPlay.filter((row) => penalty.levels.includes(row.level));
  return replaced.some((row) => decimal(penalty.ratio).gt(row.ratio) || penalty.deductibleFen < row.deductibleFen)
    ? [refuse(policyRefusals.penaltyRewards, { pointer: '/benefit/referralPenalty' })]
    : [];
};

/** In order of precedence. */
export const benefitRules: readonly BenefitRule[] = [everyLevelHasARow, tables, pointsAreShares, penaltyDoesNotReward];
