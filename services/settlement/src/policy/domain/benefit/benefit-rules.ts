import { decimal, refuse, type Refusal } from '@yigongti/kernel';
import { levelsUpward, oneRowEach } from '../level-rules.ts';
import { policyRefusals } from '../policy-refusals.ts';
import type { BenefitRow, BenefitTerms } from './benefit-terms.ts';

type BenefitRule = (terms: BenefitTerms) => readonly Refusal[];
type TableRule = (rows: readonly BenefitRow[], pointer: string) => readonly Refusal[];

const everyLevelHasARow: TableRule = (rows, pointer) => oneRowEach(rows, pointer);

const isShare = (value: string) => decimal(value).gte(0) && decimal(value).lte(1);

const ratiosAreShares: TableRule = (rows, pointer) =>
  rows.flatMap((row, index) =>
    isShare(row.ratio) ? [] : [refuse(policyRefusals.ratioOutOfRange, { pointer: `${pointer}/${index}/ratio` })],
  );

/** Each row with the one of the next lower level, whatever order the table is written in. */
function stepsUp(
  rows: readonly BenefitRow[],
): { readonly lower: BenefitRow; readonly higher: BenefitRow; readonly index: number }[] {
  const rank = (row: BenefitRow) => levelsUpward.indexOf(row.settlementLevel);
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
          higher: higher.settlementLevel,
          ratio: higher.ratio,
          lower: lower.settlementLevel,
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
        parameters: { higher: higher.settlementLevel, lower: lower.settlementLevel },
      }),
    );

const tables: BenefitRule = ({ levelTable, outpatientTable }) =>
  [everyLevelHasARow, ratiosAreShares, higherLevelsPayNoMore, higherLevelsAskNoLess].flatMap((rule) => [
    ...rule(levelTable, '/benefits/levelTable'),
    ...rule(outpatientTable, '/benefits/outpatientTable'),
  ]);

const penaltyIsAShare: BenefitRule = ({ referralPenalty: penalty }) => {
  const [field, value] =
    penalty.mode === 'SEPARATE_ROW' ? ['ratio', penalty.ratio] : penalty.mode === 'PRE_SELF_PAY' ? ['share', penalty.share] : [];
  return value === undefined || isShare(value)
    ? []
    : [refuse(policyRefusals.ratioOutOfRange, { pointer: `/benefits/referralPenalty/${field}` })];
};

/** Unreferred payment is never above referred payment: a row of its own pays no more than any row it stands in for. */
const penaltyDoesNotReward: BenefitRule = ({ referralPenalty: penalty, levelTable, outpatientTable }) => {
  if (penalty.mode !== 'SEPARATE_ROW') return [];
  const tablesInPlay = [
    ...(penalty.visitKinds.includes('INPATIENT') ? levelTable : []),
    ...(penalty.visitKinds.includes('OUTPATIENT') ? outpatientTable : []),
  ];
  const replaced = tablesInPlay.filter((row) => penalty.levels.includes(row.settlementLevel));
  return replaced.some((row) => decimal(penalty.ratio).gt(row.ratio) || penalty.deductibleFen < row.deductibleFen)
    ? [refuse(policyRefusals.penaltyRewards, { pointer: '/benefits/referralPenalty' })]
    : [];
};

/** In order of precedence. */
export const benefitRules: readonly BenefitRule[] = [tables, penaltyIsAShare, penaltyDoesNotReward];
