import {
  contractSigned,
  contractTerminated,
  encounterRecorded,
  institutionChanged,
  practitionerChanged,
  residentChanged,
  taskCompleted,
  taskReferralSuggested,
  teamFormed,
} from '@yigongti/events';
import { consume, consumeSet } from '@yigongti/messaging';
import { InstitutionProjection } from '@yigongti/service-host';
import { CloseLoop, CloseOnDeath } from './aftercare/index.ts';
import {
  AdmissionProjection,
  ContractSignedProjection,
  ContractTerminatedProjection,
  PractitionerProjection,
  ResidentProjection,
  TeamProjection,
} from './people/index.ts';
import { DraftSuggestedReferral } from './sending/index.ts';

/** What referrals reacts to. */
export const consumers = [
  consume(institutionChanged, InstitutionProjection),
  consumeSet(practitionerChanged, PractitionerProjection),
  consumeSet(residentChanged, ResidentProjection),
  consume(residentChanged, CloseOnDeath),
  consume(teamFormed, TeamProjection),
  consumeSet(contractSigned, ContractSignedProjection),
  consume(contractTerminated, ContractTerminatedProjection),
  consumeSet(encounterRecorded, AdmissionProjection),
  consume(taskReferralSuggested, DraftSuggestedReferral),
  consume(taskCompleted, CloseLoop),
] as const;
