import { decimal, fenToJson, refuse, sumFen, type Refusal } from '@yigongti/kernel';
import { policyRefusals } from '../policy-refusals.ts';
import type { FundTerms } from './fund-terms.ts';

type FundRule = (terms: FundTerms) => readonly Refusal[];

/** As in Jiamusi 2018: 210 + 450 = 660. Published figures contain slips; they are reported, never repaired. */
const sourcesAddUp: FundRule = ({ perHeadFen, perHeadTotalFen }) => {
  const sumOfSources = sumFen(Object.values(perHeadFen));
  const parameters = { statedFen: fenToJson(perHeadTotalFen), sumFen: fenToJson(sumOfSources) };
  return sumOfSources === perHeadTotalFen
    ? []
    : [refuse(policyRefusals.fundingDoesNotAddUp, { pointer: '/funding/perHeadTotalFen', parameters })];
};

const premiumWithinFunding: FundRule = ({ bigIllnessPremiumFen, perHeadTotalFen }) =>
  bigIllnessPremiumFen > perHeadTotalFen
    ? [refuse(policyRefusals.premiumAboveFunding, { pointer: '/funding/bigIllnessPremiumFen' })]
    : [];

const reservesLeaveSomething: FundRule = ({ riskReserve, adjustmentReserve }) => {
  const negative = Object.entries({ riskReserve, adjustmentReserve }).filter(([, ratio]) => decimal(ratio).lt(0));
  if (negative.length > 0) {
    return negative.map(([name]) => refuse(policyRefusals.reserveOutOfRange, { pointer: `/funding/${name}` }));
  }
  return decimal(riskReserve).plus(adjustmentReserve).gte(1)
    ? [refuse(policyRefusals.reserveOutOfRange, { pointer: '/funding' })]
    : [];
};

/** In order of precedence. */
export const fundRules: readonly FundRule[] = [sourcesAddUp, premiumWithinFunding, reservesLeaveSomething];
