import { decimal, refuse, type Refusal } from '@yigongti/kernel';
import { schemeRefusals } from './scheme-refusals.ts';
import type { SchemeItem, SchemeProposal } from './scheme-proposal.ts';

type SchemeRule = (proposal: SchemeProposal) => readonly Refusal[];

/** A score is of 100 points: weights that sum to 99.99 are a fault of the plan, never repaired here. */
const weightsSumToHundred: SchemeRule = ({ items }) => {
  const sum = items.reduce((running, { weight }) => running.plus(weight), decimal(0));
  return sum.eq(100) ? [] : [refuse(schemeRefusals.weightsNotHundred, { pointer: '/items', parameters: { sum: sum.toFixed() } })];
};

const ofEachItem =
  (judge: (item: SchemeItem, index: number, proposal: SchemeProposal) => Refusal | null): SchemeRule =>
  (proposal) =>
    proposal.items.flatMap((item, index) => judge(item, index, proposal) ?? []);

const knows = ({ directions }: SchemeProposal, code: string) => Object.hasOwn(directions, code);

const indicatorsAreInTheCatalogue = ofEachItem(({ indicatorCode }, index, proposal) =>
  knows(proposal, indicatorCode)
    ? null
    : refuse(schemeRefusals.indicatorUnknown, { pointer: `/items/${index}/indicatorCode`, parameters: { indicatorCode } }),
);

const eachIndicatorOnce = ofEachItem(({ indicatorCode }, index, { items }) =>
  items.findIndex((other) => other.indicatorCode === indicatorCode) === index
    ? null
    : refuse(schemeRefusals.indicatorRepeated, { pointer: `/items/${index}/indicatorCode`, parameters: { indicatorCode } }),
);

const weightsArePositive = ofEachItem(({ weight }, index) =>
  decimal(weight).gt(0) ? null : refuse(schemeRefusals.weightNotPositive, { pointer: `/items/${index}/weight` }),
);

/** Both linear methods divide by the target or by what is compared with it. */
const targetsArePositive = ofEachItem(({ target }, index) =>
  decimal(target).gt(0) ? null : refuse(schemeRefusals.targetNotPositive, { pointer: `/items/${index}/target` }),
);

/** Whoever scored a cost by LINEAR_UP would pay for spending. */
const scoringFollowsTheIndicator = ofEachItem(({ indicatorCode, scoring }, index, proposal) =>
  !knows(proposal, indicatorCode) || scoring === `LINEAR_${proposal.directions[indicatorCode]!}`
    ? null
    : refuse(schemeRefusals.scoringAgainstDirection, { pointer: `/items/${index}/scoring`, parameters: { indicatorCode } }),
);

/** All reasons why a scheme cannot be published come back at once, in this order. */
export const schemeRules: readonly SchemeRule[] = [
  weightsSumToHundred,
  indicatorsAreInTheCatalogue,
  eachIndicatorOnce,
  weightsArePositive,
  targetsArePositive,
  scoringFollowsTheIndicator,
];
