import { contractIndicators } from './catalogue/contract-indicators.ts';
import { programmeIndicators } from './catalogue/programme-indicators.ts';
import { referralIndicators } from './catalogue/referral-indicators.ts';
import { visitIndicators } from './catalogue/visit-indicators.ts';
import type { IndicatorCode, IndicatorDefinition } from './indicator-definition.ts';

/** The ten indicators of a month, in the order in which they are shown. Targets and weights are the scheme's. */
export const indicators: Readonly<Record<IndicatorCode, IndicatorDefinition>> = {
  ...referralIndicators,
  'VIS-PRIM-A': visitIndicators['VIS-PRIM-A'],
  ...contractIndicators,
  'COST-IP': visitIndicators['COST-IP'],
  ...programmeIndicators,
};

export const indicatorCodes = Object.keys(indicators) as readonly IndicatorCode[];

export function isIndicatorCode(code: string): code is IndicatorCode {
  return Object.hasOwn(indicators, code);
}
