import type { County } from '@yigongti/tool-counties';
import { z } from 'zod';

const share = z.string();

/** What of a county's life the simulator plays, section `demo.rates` of its profile: shares are of the thing named last. */
const ratesSchema = z.looseObject({
  knownShareOfHypertensive: share,
  knownShareOfDiabetic: share,
  contractedShareOfPriority: share,
  contractedShareOfOthers: share,
  terminatedShareOfContracts: share,
  visitsPerPersonMonth: share,
  primaryShareOfVisits: share,
  villageShareOfPrimaryVisits: share,
  admissionsPerPersonYear: share,
  primaryShareOfAdmissions: share,
  unreferredShareOfCountyAdmissions: share,
  upReferralShareOfPrimaryVisits: share,
  inpatientShareOfUpReferrals: share,
  emergencyShareOfUpReferrals: share,
  urgentShareOfUpReferrals: share,
  rejectedShareOfReviews: share,
  rejectedShareOfReceived: share,
  arrivedShareOfAccepted: share,
  downShareOfInpatientOutcomes: share,
  diedShareOfOutcomes: share,
  doneShareOfDueTasks: share,
  uncontrolledShareOfFollowUps: share,
  emergencyShareOfFollowUps: share,
  secondSigningShareOfContracts: share,
});
export type Rates = z.output<typeof ratesSchema>;

/** @throws ZodError that names the missing rates */
export function ratesOf(county: Pick<County, 'demo'>): Rates {
  return ratesSchema.parse(county.demo.rates);
}
