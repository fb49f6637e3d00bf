import {
  contractSigned,
  contractTerminated,
  encounterRecorded,
  institutionChanged,
  practitionerChanged,
  referralAccepted,
  referralCancelled,
  referralFollowUpRequested,
  referralNoShow,
  residentChanged,
} from '@yigongti/events';
import { consume, consumeSet } from '@yigongti/messaging';
import { InstitutionProjection } from '@yigongti/service-host';
import {
  ContractSignedProjection,
  ContractTerminatedProjection,
  EncounterProjection,
  PractitionerProjection,
} from './people/index.ts';
import { EndFollowUp, FollowUpOfDownReferral, FollowUpOnRequest } from './referral-follow-up/index.ts';
import { ResidentProjection } from './residence/index.ts';

/** What public health reacts to. */
export const consumers = [
  consume(institutionChanged, InstitutionProjection),
  consumeSet(practitionerChanged, PractitionerProjection),
  consumeSet(residentChanged, ResidentProjection),
  consumeSet(contractSigned, ContractSignedProjection),
  consume(contractTerminated, ContractTerminatedProjection),
  consumeSet(encounterRecorded, EncounterProjection),
  consume(referralAccepted, FollowUpOfDownReferral),
  consume(referralFollowUpRequested, FollowUpOnRequest),
  consume(referralCancelled, EndFollowUp),
  consume(referralNoShow, EndFollowUp),
] as const;
