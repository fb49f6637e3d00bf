import type { IndicatorCode } from '../domain/indicator-definition.ts';
import type { FactQuery } from './fact-query.ts';
import { diabetesControl, hypertensionControl, hypertensionInCare } from './programme-facts.ts';
import { referralLoop, referralRatio, referralReply } from './referral-facts.ts';
import { contractCoverage, priorityCoverage } from './resident-facts.ts';
import { primaryVisits, stayCost } from './visit-facts.ts';

export const factQueries: Readonly<Record<IndicatorCode, FactQuery>> = {
  'REF-RATIO': referralRatio,
  'REF-LOOP': referralLoop,
  'REF-REPLY': referralReply,
  'VIS-PRIM-A': primaryVisits,
  'CON-COV': contractCoverage,
  'CON-PRIO': priorityCoverage,
  'COST-IP': stayCost,
  'PH-HTN-M': hypertensionInCare,
  'PH-HTN-C': hypertensionControl,
  'PH-DM-C': diabetesControl,
};
