import { addDays, type Month } from '@yigongti/kernel';
import { randomStream } from '../county/index.ts';
import { dayOf } from './setting/calendar.ts';
import { contract, type ContractPlan } from './contracts.ts';
import type { CountyRules } from './setting/county-rules.ts';
import type { CoursePlan } from './course.ts';
import { enrolment, type EnrolmentPlan, type MonthTerms } from './enrolments.ts';
import type { FollowUpPlan, TaskToDo } from './follow-up.ts';
import type { Person } from './setting/people.ts';
import { readingsOf } from './readings.ts';

/** Days of the month. The whole circle fits into February: from the enrolment to the follow-up that closes the loop on the 18th. */
const enrolmentDay = 1;
const signingDay = 2;
/** Days from the opening of a task to the visit. */
const firstVisitAfter = 2;
const recheckAfter = 5;
const homeVisitAfter = 3;

/**
 * One patient whose month goes once around the whole circle, so that there is a story to tell whatever the size of the county: in the
 * care of the village for high blood pressure, under contract, twice not at target, sent up by the rule's suggestion, treated in hospital,
 * sent down, followed up at home.
 */
export class ToldPatient {
  constructor(
    readonly person: Person,
    private readonly terms: MonthTerms,
  ) {}

  enrolments(): EnrolmentPlan[] {
    return [enrolment(this.person, 'HTN', dayOf(this.terms.month, enrolmentDay))];
  }

  contract(): ContractPlan {
    const on = dayOf(this.terms.month, signingDay);
    return contract({ person: this.person, enrolments: this.enrolments(), on }, this.terms);
  }

  course(drawn: CoursePlan, treated: CoursePlan['case']): CoursePlan {
    return {
      ...drawn,
      visitType: 'INPATIENT',
      rejectedByReviewer: false,
      rejectedByReceiver: false,
      arrives: true,
      arrivesAfter: 1,
      stayDays: 4,
      outcome: 'IMPROVED',
      goesDown: true,
      case: treated,
    };
  }

  followUp({ programme, sequence, windowStart }: TaskToDo): FollowUpPlan {
    if (programme === null) return { on: addDays(windowStart, homeVisitAfter), readings: null };
    const random = randomStream(this.terms.seed, `told follow-up ${sequence}`);
    const finding = sequence <= 2 ? 'uncontrolled' : 'controlled';
    const after = sequence === 1 ? firstVisitAfter : recheckAfter;
    return { on: addDays(windowStart, after), readings: readingsOf(random, programme, finding) };
  }
}

const idealAge = 62;

/**
 * Whose story is told: of those old enough for the programme somebody insured as a resident and ill already, about 62 years old; where
 * nobody is, whoever comes nearest. Null in a county without adults.
 */
export function choosePatient(people: readonly Person[], rules: CountyRules, month: Month): Person | null {
  const firstDay = dayOf(month, 1);
  const grown = people.filter(({ truth }) => truth.age >= rules.screeningAgeOf('HTN') && truth.birthDate < firstDay);
  const [best] = [...grown].sort((a, b) => rank(a) - rank(b) || a.ordinal - b.ordinal);
  return best ? { ...best, truth: { ...best.truth, hypertensive: true, diabetic: false } } : null;
}

function rank({ insuranceType, truth }: Person): number {
  const insured = { RESIDENT: 0, EMPLOYEE: 1_000, NONE: 10_000 }[insuranceType];
  return insured + (truth.hypertensive ? 0 : 200) + Math.abs(truth.age - idealAge);
}
