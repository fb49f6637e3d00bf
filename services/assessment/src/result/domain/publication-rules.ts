import { firstDayOf, lastDayOf, refuse, type BusinessDate, type Month, type Refusal } from '@yigongti/kernel';
import { resultRefusals } from './result-refusals.ts';

export interface PublicationFacts {
  readonly period: Month;
  /** Day of the command. */
  readonly on: BusinessDate;
  /** The scheme's first day; null where there is no such scheme. */
  readonly schemeValidFrom: BusinessDate | null;
}

type PublicationRule = (facts: PublicationFacts) => Refusal | null;

const schemeIsKnown: PublicationRule = ({ schemeValidFrom }) =>
  schemeValidFrom === null ? refuse(resultRefusals.schemeUnknown, { pointer: '/schemeId' }) : null;

/** Coverage and control are of the last day: before it there is nothing to measure. */
const periodIsOver: PublicationRule = ({ period, on }) =>
  on < lastDayOf(period)
    ? refuse(resultRefusals.periodNotOver, { pointer: '/period', parameters: { lastDay: lastDayOf(period) } })
    : null;

/** Nobody is judged by a rule that came after the first day. */
const schemeHoldsForThePeriod: PublicationRule = ({ period, schemeValidFrom }) =>
  schemeValidFrom !== null && schemeValidFrom > firstDayOf(period)
    ? refuse(resultRefusals.schemeNotInForce, { pointer: '/schemeId', parameters: { validFrom: schemeValidFrom } })
    : null;

/** All reasons why a result cannot be published come back at once, in this order. */
export const publicationRules: readonly PublicationRule[] = [schemeIsKnown, periodIsOver, schemeHoldsForThePeriod];
