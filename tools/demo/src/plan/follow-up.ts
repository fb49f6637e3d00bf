import { addDays, type BusinessDate } from '@yigongti/kernel';
import { randomStream } from '../county/index.ts';
import type { Programme } from './setting/county-rules.ts';
import type { MonthTerms } from './enrolments.ts';
import type { Person } from './setting/people.ts';
import { drawFinding, readingsOf, type Readings } from './readings.ts';

/** A task as the township's list shows it, as far as the truth of its visit hangs on it. */
export interface TaskToDo {
  readonly person: Person;
  /** Null for the follow-up of a referral. */
  readonly programme: Programme | null;
  readonly sequence: number;
  readonly windowStart: BusinessDate;
  readonly due: BusinessDate;
}

/** When somebody will visit and what he will find. */
export interface FollowUpPlan {
  readonly on: BusinessDate;
  readonly readings: Readings | null;
}

/** Days from the opening of a task to the visit, at most; never beyond its last day. */
const withinDays = 5;

/** Null for a task that nobody gets to. */
export function followUpOf(task: TaskToDo, { seed, rates }: Pick<MonthTerms, 'seed' | 'rates'>): FollowUpPlan | null {
  const { person, programme, sequence, windowStart, due } = task;
  const label = `follow-up ${person.sourceNo} ${programme ?? `referral ${windowStart}`} ${sequence}`;
  const random = randomStream(seed, label);
  const done = random.chance(rates.doneShareOfDueTasks);
  const drawn = addDays(windowStart, random.int(1, withinDays));
  const finding = drawFinding(random, rates);
  if (!done) return null;
  const on = drawn < due ? drawn : due;
  return { on, readings: programme === null ? null : readingsOf(random, programme, finding) };
}
