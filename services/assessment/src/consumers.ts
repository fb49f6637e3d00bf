import {
  claimReceived,
  contractSigned,
  contractTerminated,
  encounterRecorded,
  enrolmentClosed,
  enrolmentOpened,
  institutionChanged,
  monthCleared,
  referralAccepted,
  referralArrived,
  referralClosed,
  referralRejected,
  referralReviewed,
  referralSentToReceiver,
  referralSubmitted,
  residentChanged,
  taskCompleted,
} from '@yigongti/events';
import { consume, consumeSet } from '@yigongti/messaging';
import { InstitutionProjection } from '@yigongti/service-host';
import {
  ClaimFacts,
  ContractSignedFacts,
  ContractTerminatedFacts,
  ControlReadings,
  EncounterFacts,
  EnrolmentClosedFacts,
  EnrolmentOpenedFacts,
  ReferralAnswerFacts,
  ReferralArrivedFacts,
  ReferralClosedFacts,
  ReferralSentFacts,
  ReferralUrgencyFacts,
  ResidentFacts,
} from './fact/index.ts';
import { MonthClearings } from './result/index.ts';

/** What assessment reacts to: everything that an indicator counts, and what its results were used for. */
export const consumers = [
  consume(institutionChanged, InstitutionProjection),
  consumeSet(residentChanged, ResidentFacts),
  consumeSet(contractSigned, ContractSignedFacts),
  consumeSet(contractTerminated, ContractTerminatedFacts),
  consumeSet(referralSubmitted, ReferralUrgencyFacts),
  consumeSet(referralSentToReceiver, ReferralSentFacts),
  consumeSet(referralReviewed, ReferralSentFacts),
  consumeSet(referralAccepted, ReferralAnswerFacts),
  consumeSet(referralRejected, ReferralAnswerFacts),
  consumeSet(referralArrived, ReferralArrivedFacts),
  consumeSet(referralClosed, ReferralClosedFacts),
  consumeSet(enrolmentOpened, EnrolmentOpenedFacts),
  consumeSet(enrolmentClosed, EnrolmentClosedFacts),
  consumeSet(taskCompleted, ControlReadings),
  consumeSet(claimReceived, ClaimFacts),
  consumeSet(encounterRecorded, EncounterFacts),
  consume(monthCleared, MonthClearings),
] as const;
