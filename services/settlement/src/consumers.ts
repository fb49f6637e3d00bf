import {
  catalogueChanged,
  contractSigned,
  contractTerminated,
  institutionChanged,
  referralArrived,
  referralSubmitted,
  residentChanged,
  resultFrozen,
} from '@yigongti/events';
import { consume, consumeSet } from '@yigongti/messaging';
import { InstitutionProjection } from '@yigongti/service-host';
import { FrozenResultProjection } from './assessment-result/index.ts';
import { CatalogueProjection } from './catalogue/index.ts';
import {
  ContractSignedProjection,
  ContractTerminatedProjection,
  ReferralArrivedProjection,
  ReferralSubmittedProjection,
  ResidentProjection,
} from './insured/index.ts';

/** What settlement reacts to. */
export const consumers = [
  consume(institutionChanged, InstitutionProjection),
  consumeSet(residentChanged, ResidentProjection),
  consume(catalogueChanged, CatalogueProjection),
  consumeSet(contractSigned, ContractSignedProjection),
  consume(contractTerminated, ContractTerminatedProjection),
  consume(referralSubmitted, ReferralSubmittedProjection),
  consume(referralArrived, ReferralArrivedProjection),
  consume(resultFrozen, FrozenResultProjection),
] as const;
