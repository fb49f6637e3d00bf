import type { BusinessDate, Uuid } from '@yigongti/kernel';
import type { CoursePlan } from '../plan/course.ts';
import type { Person } from '../plan/setting/people.ts';
import type { StayPlan } from '../plan/encounters.ts';
import type { SettlementLine } from './settlement-line.ts';

/** A referral on its way, with what its hospital needs for the next step. */
export interface Course {
  readonly person: Person;
  readonly plan: CoursePlan;
  readonly referralId: Uuid;
  readonly referralNo: string;
  readonly from: string;
  readonly to: string;
  /** Of the referral, as its last answer said. */
  version: number;
  admittedOn: BusinessDate | null;
}

/** A contract that may still be ended. */
export interface SignedContract {
  readonly contractId: Uuid;
  readonly version: number;
}

/** What somebody does on a later day. */
export class Agenda<T> {
  readonly #days = new Map<BusinessDate, T[]>();

  add(on: BusinessDate, item: T): void {
    const items = this.#days.get(on);
    if (items) items.push(item);
    else this.#days.set(on, [item]);
  }

  take(on: BusinessDate): T[] {
    const items = this.#days.get(on) ?? [];
    this.#days.delete(on);
    return items;
  }
}

/** A down-referral whose patient comes to the home unit. */
export interface Homecoming {
  readonly person: Person;
  readonly referralId: Uuid;
  readonly receiver: string;
  readonly version: number;
}

/** What the institutions' own systems remember from one day to the next. Ids are the suite's, everything else is their own. */
export class PlayState {
  readonly residentIds = new Map<string, Uuid>();
  readonly peopleById = new Map<Uuid, Person>();
  readonly teams = new Map<string, Uuid>();
  readonly capacities = new Map<string, Uuid>();
  readonly contracts = new Map<string, SignedContract>();
  /** Courses by referral. */
  readonly courses = new Map<Uuid, Course>();
  readonly arrivals = new Agenda<Course>();
  readonly discharges = new Agenda<Course>();
  readonly stayEnds = new Agenda<StayPlan>();
  readonly homecomings = new Agenda<Homecoming>();
  /** Lists of the day, which the institutions send on the next morning. */
  readonly lists = new Agenda<SettlementLine>();
  /** Lines of uploads that were refused, by code. */
  readonly refusedLines = new Map<string, number>();
  readonly #sent = new Set<string>();
  readonly #inBed = new Set<string>();
  readonly #dead = new Set<string>();
  readonly #notBefore = new Map<string, BusinessDate>();

  /** Somebody between two institutions, or in a bed, or dead, does not go to the doctor. */
  isFree({ sourceNo }: Person): boolean {
    return !this.#sent.has(sourceNo) && !this.isAway({ sourceNo });
  }

  /** Whether nobody finds him at home. */
  isAway({ sourceNo }: Pick<Person, 'sourceNo'>): boolean {
    return this.#inBed.has(sourceNo) || this.#dead.has(sourceNo);
  }

  isDead({ sourceNo }: Person): boolean {
    return this.#dead.has(sourceNo);
  }

  /** A doctor whose referral was refused does not try again before that day. */
  waitUntil({ sourceNo }: Person, day: BusinessDate): void {
    this.#notBefore.set(sourceNo, day);
  }

  mayBeSent(person: Person, on: BusinessDate): boolean {
    return this.isFree(person) && (this.#notBefore.get(person.sourceNo) ?? '') <= on;
  }

  sendAway({ sourceNo }: Person): void {
    this.#sent.add(sourceNo);
  }

  comeBack({ sourceNo }: Person): void {
    this.#sent.delete(sourceNo);
  }

  admit({ sourceNo }: Person): void {
    this.#inBed.add(sourceNo);
  }

  discharge({ sourceNo }: Person): void {
    this.#inBed.delete(sourceNo);
  }

  die({ sourceNo }: Person): void {
    this.#dead.add(sourceNo);
  }
}
