import { randomStream } from '../county/index.ts';
import type { Case, CaseDraw } from './cases.ts';
import { stayDays } from './encounters.ts';
import type { MonthTerms } from './enrolments.ts';
import type { Person } from './setting/people.ts';
import type { Places } from './setting/places.ts';

/** How a referral goes, as only life knows: whom the reviewer turns down, who comes, how it ends. */
export interface CoursePlan {
  readonly visitType: 'INPATIENT' | 'OUTPATIENT';
  readonly urgency: 'EMERGENCY' | 'URGENT' | 'ROUTINE';
  readonly rejectedByReviewer: boolean;
  readonly rejectedByReceiver: boolean;
  readonly arrives: boolean;
  /** Days from the acceptance to the arrival. */
  readonly arrivesAfter: number;
  readonly stayDays: number;
  readonly outcome: 'CURED' | 'IMPROVED' | 'NOT_CURED' | 'DIED';
  readonly goesDown: boolean;
  /** What the receiver treats and charges. */
  readonly case: Case;
}

const outcomes = [
  { share: '0.30', outcome: 'CURED' },
  { share: '0.62', outcome: 'IMPROVED' },
  { share: '0.08', outcome: 'NOT_CURED' },
] as const;

export interface CourseTerms extends MonthTerms {
  readonly places: Places;
  readonly cases: CaseDraw;
}

/** What a referral is about when it begins. */
export interface CourseOccasion {
  readonly person: Person;
  /** Tells one referral of a person from another: a visit's day, or the follow-up that found trouble. */
  readonly label: string;
  readonly receiver: string;
  /** The diagnosis that the patient was sent with, where the receiver goes on with it. */
  readonly diagnosisCode: string | null;
  readonly urgency: CoursePlan['urgency'] | null;
}

export function courseOf(occasion: CourseOccasion, { seed, rates, places, cases }: CourseTerms): CoursePlan {
  const { person, label, receiver, diagnosisCode } = occasion;
  const random = randomStream(seed, `course ${person.sourceNo} ${label}`);
  const inpatient = random.chance(rates.inpatientShareOfUpReferrals);
  const emergency = random.chance(rates.emergencyShareOfUpReferrals);
  const urgent = random.chance(rates.urgentShareOfUpReferrals);
  const urgency = occasion.urgency ?? (emergency ? 'EMERGENCY' : urgent ? 'URGENT' : 'ROUTINE');
  const level = places.settlementLevelOf(receiver);
  const died = random.chance(rates.diedShareOfOutcomes);
  const { outcome } = random.pickBy(outcomes);
  const stay = diagnosisCode ? cases.stayFor(random, diagnosisCode, level) : cases.stay(random, person.truth, level);
  const visit = cases.visit(random, person.truth, 'county');
  return {
    visitType: inpatient ? 'INPATIENT' : 'OUTPATIENT',
    urgency,
    rejectedByReviewer: random.chance(rates.rejectedShareOfReviews),
    rejectedByReceiver: random.chance(rates.rejectedShareOfReceived) && urgency !== 'EMERGENCY',
    arrives: random.chance(rates.arrivedShareOfAccepted),
    arrivesAfter: urgency === 'ROUTINE' ? random.int(1, 3) : random.int(0, 1),
    stayDays: random.int(...stayDays.COUNTY),
    outcome: died && inpatient ? 'DIED' : outcome,
    goesDown: random.chance(rates.downShareOfInpatientOutcomes) && inpatient,
    case: inpatient ? stay : visit,
  };
}
