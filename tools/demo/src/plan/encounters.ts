import { addDays, decimal, type BusinessDate } from '@yigongti/kernel';
import { randomStream, type Random } from '../county/index.ts';
import { daysOf, type Range } from './setting/calendar.ts';
import type { Case, CaseDraw } from './cases.ts';
import type { MonthTerms } from './enrolments.ts';
import type { Person } from './setting/people.ts';
import type { Places } from './setting/places.ts';

/** An outpatient visit of one day. */
export interface VisitPlan {
  readonly person: Person;
  readonly on: BusinessDate;
  readonly institution: string;
  readonly case: Case;
  /** The doctor at a primary unit cannot help here: the patient goes up. */
  readonly needsReferral: boolean;
}

/** A stay that nobody referred: at the township, or straight to a hospital. */
export interface StayPlan {
  readonly person: Person;
  readonly on: BusinessDate;
  readonly institution: string;
  readonly days: number;
  readonly case: Case;
}

export interface EncounterTerms extends MonthTerms {
  readonly people: readonly Person[];
  readonly places: Places;
  readonly cases: CaseDraw;
}

const daysOfYear = 365;
/** Days of a stay. Assumption, after the mean stay in the national bulletin of 2023: 8 days in hospitals, 6 in towns. */
export const stayDays: Record<'TOWNSHIP' | 'COUNTY', Range> = { TOWNSHIP: [3, 7], COUNTY: [4, 9] };
/** Of ten patients who go to the county, so many go to the lead hospital of their consortium, the others to any. */
const toLeadOfTen = 7;

function perDay(share: string, days: number): string {
  return decimal(share).div(days).toFixed(9);
}

/** The outpatient visits of a day, drawn as they are asked for. */
export function* visitsOn(on: BusinessDate, terms: EncounterTerms): Generator<VisitPlan> {
  const { seed, month, rates, people, places, cases } = terms;
  const random = randomStream(seed, `visits ${on}`);
  const chance = perDay(rates.visitsPerPersonMonth, daysOf(month).length);
  for (const person of people) {
    if (!random.chance(chance)) continue;
    const primary = random.chance(rates.primaryShareOfVisits);
    const village = random.chance(rates.villageShareOfPrimaryVisits);
    const institution = primary ? (village ? person.clinic : person.centre) : hospitalFor(random, person, places);
    const seen = cases.visit(random, person.truth, primary ? 'primary' : 'county');
    const needsReferral = random.chance(rates.upReferralShareOfPrimaryVisits) && primary;
    yield { person, on, institution, case: seen, needsReferral };
  }
}

/** The stays that begin on a day without a referral, drawn as they are asked for. */
export function* staysFrom(on: BusinessDate, terms: EncounterTerms): Generator<StayPlan> {
  const { seed, rates, people, places, cases } = terms;
  const random = randomStream(seed, `stays ${on}`);
  const chance = perDay(rates.admissionsPerPersonYear, daysOfYear);
  for (const person of people) {
    if (!random.chance(chance)) continue;
    const primary = random.chance(rates.primaryShareOfAdmissions);
    const unreferred = random.chance(rates.unreferredShareOfCountyAdmissions);
    const institution = primary ? person.centre : hospitalFor(random, person, places);
    const days = random.int(...stayDays[primary ? 'TOWNSHIP' : 'COUNTY']);
    const treated = cases.stay(random, person.truth, places.settlementLevelOf(institution));
    // The other county admissions come by the referrals of primary visits and follow-ups.
    if (primary || unreferred) yield { person, on, institution, days, case: treated };
  }
}

export function dischargeOf(admittedOn: BusinessDate, days: number): BusinessDate {
  return addDays(admittedOn, days);
}

function hospitalFor(random: Random, person: Person, places: Places): string {
  const any = random.pick(places.hospitals);
  return random.int(1, 10) <= toLeadOfTen ? person.hospital : any;
}
