import { ageAt, type BusinessDate, type Month } from '@yigongti/kernel';
import { randomStream } from '../county/index.ts';
import { dayOf } from './setting/calendar.ts';
import { programmes, type CountyRules, type Programme } from './setting/county-rules.ts';
import type { Person } from './setting/people.ts';
import type { Rates } from './setting/rates.ts';

/** A resident whose disease is known is taken into the care of its programme. */
export interface EnrolmentPlan {
  readonly person: Person;
  readonly programme: Programme;
  readonly on: BusinessDate;
  readonly diagnosisCode: string;
}

/** Enrolments fall into the first days, so that a second follow-up lies within the month. */
const lastDay = 6;
const diagnoses: Record<Programme, string> = { HTN: 'I10.x00', T2DM: 'E11.900' };

export interface MonthTerms {
  readonly seed: string;
  readonly month: Month;
  readonly rates: Rates;
  readonly rules: CountyRules;
}

/** The programmes that take a resident in during the month. */
export function enrolmentsOf(person: Person, { seed, month, rates, rules }: MonthTerms): EnrolmentPlan[] {
  const random = randomStream(seed, `enrolment ${person.sourceNo}`);
  const { hypertensive, diabetic, birthDate } = person.truth;
  const ill: Record<Programme, boolean> = { HTN: hypertensive, T2DM: diabetic };
  const known: Record<Programme, string> = { HTN: rates.knownShareOfHypertensive, T2DM: rates.knownShareOfDiabetic };
  return programmes.flatMap((programme) => {
    const on = dayOf(month, random.int(1, lastDay));
    const taken = random.chance(known[programme]) && ill[programme] && ageAt(birthDate, on) >= rules.screeningAgeOf(programme);
    return taken ? [enrolment(person, programme, on)] : [];
  });
}

export function enrolment(person: Person, programme: Programme, on: BusinessDate): EnrolmentPlan {
  return { person, programme, on, diagnosisCode: diagnoses[programme] };
}
