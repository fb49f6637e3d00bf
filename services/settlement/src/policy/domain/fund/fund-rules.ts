import { decimal, fenToJson, refuse, sumFen, type Refusal } from '@yigongti/kernel';
import { policyRefusals } from '../policy-refusals.ts';
import type { FundTerms } from './fund-terms.ts';

type FundRule = (terms: FundTerms) => readonly Refusal[];

/** As in Jiamusi 2018: 210 + 450 = 660. Published figures contain slips; they are reported, never repaired. */
const sourcesAddUp: FundRule = ({ sources, perPersonFen }) => {
  const sumOfSources = sumFen(sources.map((source) => source.perPersonFen));
  const parameters = { statedFen: fenToJson(perPersonFen), sumFen: fenToJson(sumOfSources) };
  return sumOfSources === perPersonFen
    ? []
    : [refuse(policyRefusals.fundingDoesNotAddUp, { pointer: '/fund/perPersonFen', parameters })];
};

const premiumWithinFunding: FundRule = ({ bigIllnessPremiumFen, perPersonFen }) =>
  bigIllnessPremiumFen > perPersonFen
    ? [refuse(policyRefusals.premiumAboveFunding, { pointer: '/fund/bigIllnessPremiumFen' })]
    : [];

const reservesLeaveSomething: FundRule = ({ riskReserveRatio, adjustmentReserveRatio }) => {
  const negative = Object.entries({ riskReserveRatio, adjustmentReserveRatio }).filter(([, ratio]) => decimal(ratio).lt(0));
  if (negative.length > 0) {
    return negative.map(([name]) => refuse(policyRefusals.reserveOutOfRange, { pointer: `/fund/${name}` }));
  }
  return decimal(riskReserveRatio).plus(adjustmentReserveRatio).gte(1)
    ? [refuse(policyRefusals.reserveOutOfRange, { pointer: '/fund' })]
    : [];
};

/** In order of precedence. */
export const fundRules: readonly FundRule[] = [sourcesAddUp, premiumWithinFunding, reservesLeaveSomething];
