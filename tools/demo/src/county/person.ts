import { addDays, addYears, daysBetween, type BusinessDate } from '@yigongti/kernel';
import type { County, DemoSection } from '@yigongti/tool-counties';
import type { Random } from './random.ts';

/** What the simulator knows of a person and no service is told: services learn it from visits and readings. */
export interface HiddenTruth {
  /** GB/T 2261.1 */
  readonly sex: '1' | '2';
  readonly birthDate: BusinessDate;
  /** Completed years on the day before the month that is played. */
  readonly age: number;
  readonly hypertensive: boolean;
  readonly diabetic: boolean;
}

export type InsuranceType = 'RESIDENT' | 'EMPLOYEE' | 'NONE';

interface BirthDays {
  readonly first: BusinessDate;
  readonly days: number;
}

/** Draws people of a county as they stand on a day. */
export class PersonDraw {
  private readonly birthDays = new Map<number, BirthDays>();

  constructor(
    private readonly demo: County['demo'],
    private readonly asOf: BusinessDate,
  ) {}

  draw(random: Random): HiddenTruth {
    const sex = random.chance(this.demo.maleShare) ? '1' : '2';
    const band = random.pickBy(this.demo.ageBands);
    const age = random.int(band.from, band.to);
    return {
      sex,
      age,
      birthDate: this.birthDate(random, age),
      hypertensive: random.chance(shareAt(this.demo.prevalence.HTN, age)),
      diabetic: random.chance(shareAt(this.demo.prevalence.T2DM, age)),
    };
  }

  insuranceType(random: Random, age: number): InsuranceType {
    const { uninsuredShare, employeeShareOfWorkingAge, workingAgeFrom, workingAgeTo } = this.demo.insurance;
    if (random.chance(uninsuredShare)) return 'NONE';
    const works = age >= workingAgeFrom && age <= workingAgeTo;
    return works && random.chance(employeeShareOfWorkingAge) ? 'EMPLOYEE' : 'RESIDENT';
  }

  /** Any of the days on which somebody of this age was born, each as likely. */
  private birthDate(random: Random, age: number): BusinessDate {
    const { first, days } = this.birthDaysOf(age);
    return addDays(first, random.int(0, days));
  }

  private birthDaysOf(age: number): BirthDays {
    const known = this.birthDays.get(age);
    if (known) return known;
    const first = addDays(addYears(this.asOf, -age - 1), 1);
    const found = { first, days: daysBetween(first, addYears(this.asOf, -age)) };
    this.birthDays.set(age, found);
    return found;
  }
}

function shareAt(rows: DemoSection['prevalence']['HTN'], age: number): string {
  return rows.findLast(({ ageFrom }) => ageFrom <= age)?.share ?? '0';
}
