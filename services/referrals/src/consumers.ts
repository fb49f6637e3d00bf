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
import { consume } from '@yigongti/messaging';
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
  consume(practitionerChanged, PractitionerProjection),
  consume(residentChanged, ResidentProjection),
  consume(residentChanged, CloseOnDeath),
  consume(teamFormed, TeamProjection),
  consume(contractSigned, ContractSignedProjection),
  consume(contractTerminated, ContractTerminatedProjection),
  consume(encounterRecorded, AdmissionProjection),
  consume(taskReferralSuggested, DraftSuggestedReferral),
  consume(taskCompleted, CloseLoop),
] as const;
