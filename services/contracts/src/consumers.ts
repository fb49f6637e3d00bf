import {
  enrolmentClosed,
  enrolmentOpened,
  institutionChanged,
  practitionerChanged,
  referralArrived,
  residentChanged,
  taskCompleted,
} from '@yigongti/events';
import { consume, consumeSet } from '@yigongti/messaging';
import { InstitutionProjection } from '@yigongti/service-host';
import { FollowUpService, ReferralService } from './fulfilment/index.ts';
import { EnrolmentClosedProjection, EnrolmentOpenedProjection, PractitionerProjection } from './people/index.ts';
import { ResidentProjection } from './residence/index.ts';

/** What contracts reacts to. */
export const consumers = [
  consume(institutionChanged, InstitutionProjection),
  consumeSet(practitionerChanged, PractitionerProjection),
  consume(residentChanged, ResidentProjection),
  consumeSet(enrolmentOpened, EnrolmentOpenedProjection),
  consume(enrolmentClosed, EnrolmentClosedProjection),
  consume(taskCompleted, FollowUpService),
  consume(referralArrived, ReferralService),
] as const;
