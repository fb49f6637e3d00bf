import { addDays, lastDayOf, type BusinessDate } from '@yigongti/kernel';
import { randomStream } from '../county/index.ts';
import { dayOf, type Range } from './setting/calendar.ts';
import type { EnrolmentPlan, MonthTerms } from './enrolments.ts';
import type { Person } from './setting/people.ts';

/** A resident signs with a team of his township, and a few leave it again. */
export interface ContractPlan {
  readonly person: Person;
  readonly on: BusinessDate;
  readonly packageCodes: readonly string[];
  readonly endsEarly: EarlyEnd | null;
  /** A day on which another team, which has not looked, tries to sign him as well. */
  readonly secondTryOn: BusinessDate | null;
}

export interface EarlyEnd {
  readonly on: BusinessDate;
  readonly reason: 'RESIDENT_DECLINED' | 'LOST_CONTACT';
}

/** Days of the month: whoever is in a priority group signs first, and after the enrolment that makes him so. */
const priorityDays: Range = [1, 10];
const otherDays: Range = [8, 24];
/** Days after the signing. */
const earlyEndDays: Range = [3, 12];
const secondTryDays: Range = [1, 5];

export function contractOf(person: Person, enrolments: readonly EnrolmentPlan[], terms: MonthTerms): ContractPlan | null {
  const { seed, month, rates, rules } = terms;
  const random = randomStream(seed, `contract ${person.sourceNo}`);
  const groups = [...rules.ageGroupsOf(person.truth.birthDate, dayOf(month, 1)), ...enrolments.map(({ programme }) => programme)];
  const priority = groups.length > 0;
  const signs = random.chance(priority ? rates.contractedShareOfPriority : rates.contractedShareOfOthers);
  const drawn = dayOf(month, random.int(...(priority ? priorityDays : otherDays)));
  const ends = random.chance(rates.terminatedShareOfContracts);
  const reason = random.pick(['RESIDENT_DECLINED', 'LOST_CONTACT'] as const);
  const endsAfter = random.int(...earlyEndDays);
  const triesAgain = random.chance(rates.secondSigningShareOfContracts);
  const secondAfter = random.int(...secondTryDays);
  if (!signs) return null;
  const on = enrolments.reduce((day, enrolment) => (enrolment.on < day ? day : addDays(enrolment.on, 1)), drawn);
  const within = (days: number) => (addDays(on, days) <= lastDayOf(month) ? addDays(on, days) : null);
  const endsOn = ends ? within(endsAfter) : null;
  return {
    ...contract({ person, enrolments, on }, terms),
    endsEarly: endsOn === null ? null : { on: endsOn, reason },
    secondTryOn: triesAgain && endsOn === null ? within(secondAfter) : null,
  };
}

export interface Signing {
  readonly person: Person;
  readonly enrolments: readonly EnrolmentPlan[];
  readonly on: BusinessDate;
}

/** The contract of a day: the packages that the resident's groups open on that day. */
export function contract({ person, enrolments, on }: Signing, { rules }: MonthTerms): ContractPlan {
  const groups = [...rules.ageGroupsOf(person.truth.birthDate, on), ...enrolments.map(({ programme }) => programme)];
  return { person, on, packageCodes: rules.packagesFor(groups), endsEarly: null, secondTryOn: null };
}
