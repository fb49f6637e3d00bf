import type { BusinessDate, Month } from '@yigongti/kernel';
import type { County, CountyLoad } from '@yigongti/tool-counties';
import { randomStream } from '../county/index.ts';
import { CaseDraw } from './cases.ts';
import { contractOf, type ContractPlan } from './contracts.ts';
import { courseOf, type CourseOccasion, type CoursePlan } from './course.ts';
import { CountyRules } from './setting/county-rules.ts';
import { enrolmentsOf, type EnrolmentPlan, type MonthTerms } from './enrolments.ts';
import { staysFrom, visitsOn, type EncounterTerms, type StayPlan, type VisitPlan } from './encounters.ts';
import { followUpOf, type FollowUpPlan, type TaskToDo } from './follow-up.ts';
import { peopleOf, residentChunks, type PeopleWanted, type Person, type ResidentChunk } from './setting/people.ts';
import { Places } from './setting/places.ts';
import { ratesOf } from './setting/rates.ts';
import { choosePatient, ToldPatient } from './told-patient.ts';

export interface PlanWanted {
  readonly county: County;
  readonly load: CountyLoad;
  readonly seed: string;
  readonly residents: number;
  readonly month: Month;
}

/**
 * The truth of a month: who lives in the county, who falls ill, who comes, what is measured. Pure and drawn by the seed, day by day; what
 * follows from it (points, classes, money) only the services know.
 */
export class MonthPlan {
  readonly month: Month;
  readonly places: Places;
  readonly rules: CountyRules;
  readonly people: readonly Person[];
  readonly told: ToldPatient | null;
  readonly #wanted: PeopleWanted;
  readonly #terms: EncounterTerms;
  readonly #contracts = new Map<BusinessDate, ContractPlan[]>();
  readonly #earlyEnds = new Map<BusinessDate, ContractPlan[]>();
  readonly #secondTries = new Map<BusinessDate, ContractPlan[]>();
  readonly #enrolments = new Map<BusinessDate, EnrolmentPlan[]>();

  constructor({ county, load, seed, residents, month }: PlanWanted) {
    this.month = month;
    this.places = new Places(load);
    this.rules = new CountyRules(county);
    this.#wanted = { county, seed, residents, month };
    const rates = ratesOf(county);
    const terms: MonthTerms = { seed, month, rates, rules: this.rules };
    const people = peopleOf(this.#wanted, this.places);
    const chosen = choosePatient(people, this.rules, month);
    this.told = chosen && new ToldPatient(chosen, terms);
    this.people = people.map((person) => (person.ordinal === chosen?.ordinal ? chosen : person));
    this.#terms = {
      ...terms,
      people: this.people,
      places: this.places,
      cases: new CaseDraw(load.catalogues, county.demo.primaryCases),
    };
    for (const person of this.people) this.#planCare(person, terms);
  }

  /** Lines that register everybody, township by township. */
  residentChunks(): Generator<ResidentChunk> {
    return residentChunks(this.#wanted, this.places);
  }

  enrolmentsOn(on: BusinessDate): readonly EnrolmentPlan[] {
    return this.#enrolments.get(on) ?? [];
  }

  contractsOn(on: BusinessDate): readonly ContractPlan[] {
    return this.#contracts.get(on) ?? [];
  }

  /** Contracts that are ended on a day before their time. */
  earlyEndsOn(on: BusinessDate): readonly ContractPlan[] {
    return this.#earlyEnds.get(on) ?? [];
  }

  secondTriesOn(on: BusinessDate): readonly ContractPlan[] {
    return this.#secondTries.get(on) ?? [];
  }

  /** How many contracts each township's teams will sign. */
  contractsByCentre(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { person } of [...this.#contracts.values()].flat()) {
      counts.set(person.centre, (counts.get(person.centre) ?? 0) + 1);
    }
    return counts;
  }

  *visitsOn(on: BusinessDate): Generator<VisitPlan> {
    for (const visit of visitsOn(on, this.#terms)) if (!this.#isTold(visit.person)) yield visit;
  }

  *staysFrom(on: BusinessDate): Generator<StayPlan> {
    for (const stay of staysFrom(on, this.#terms)) if (!this.#isTold(stay.person)) yield stay;
  }

  courseOf(occasion: CourseOccasion): CoursePlan {
    const drawn = courseOf(occasion, this.#terms);
    if (!this.told || !this.#isTold(occasion.person)) return drawn;
    const { seed, cases } = this.#terms;
    const level = this.places.settlementLevelOf(occasion.receiver);
    return this.told.course(drawn, cases.stayFor(randomStream(seed, 'told stay'), 'I10.x00', level));
  }

  followUpOf(task: TaskToDo): FollowUpPlan | null {
    return this.told && this.#isTold(task.person) ? this.told.followUp(task) : followUpOf(task, this.#terms);
  }

  #planCare(person: Person, terms: MonthTerms): void {
    const isTold = this.#isTold(person);
    const enrolments = isTold ? this.told!.enrolments() : enrolmentsOf(person, terms);
    for (const planned of enrolments) add(this.#enrolments, planned.on, planned);
    const contract = isTold ? this.told!.contract() : contractOf(person, enrolments, terms);
    if (!contract) return;
    add(this.#contracts, contract.on, contract);
    if (contract.endsEarly) add(this.#earlyEnds, contract.endsEarly.on, contract);
    if (contract.secondTryOn) add(this.#secondTries, contract.secondTryOn, contract);
  }

  #isTold({ ordinal }: Person): boolean {
    return ordinal === this.told?.person.ordinal;
  }
}

function add<T>(days: Map<BusinessDate, T[]>, on: BusinessDate, item: T): void {
  const list = days.get(on) ?? [];
  list.push(item);
  days.set(on, list);
}
