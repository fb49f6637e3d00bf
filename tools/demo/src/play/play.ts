import type { Uuid } from '@yigongti/kernel';
import pLimit from 'p-limit';
import type { Offices } from '../http/offices.ts';
import type { MonthPlan } from '../plan/month-plan.ts';
import type { Person } from '../plan/setting/people.ts';
import type { PlayState } from './play-state.ts';

/** What everybody who acts in the month has at hand. */
export interface Play {
  readonly plan: MonthPlan;
  readonly offices: Offices;
  readonly state: PlayState;
}

/** Requests at a time: two cores have enough with it, and a service's pool of connections too. */
const requestsAtOnce = 8;

/** Does all of it side by side; none depends on another, so that no order decides anything. */
export async function sideBySide<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const limit = pLimit(requestsAtOnce);
  await Promise.all([...items].map((item) => limit(() => work(item))));
}

export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Township centres in whose area somebody lives, sorted. */
export function centresOf(plan: MonthPlan): string[] {
  return [...new Set(plan.people.map(({ centre }) => centre))].sort();
}

/** Who brings the lists and visits of an institution: a village clinic's are sent by its township. */
export function reporterOf(plan: MonthPlan, institution: string): string {
  return plan.places.levelOf(institution) === 'VILLAGE' ? plan.places.parentOf(institution) : institution;
}

export function about(...people: readonly Person[]): string[] {
  return people.map(({ sourceNo }) => sourceNo);
}

export function residentIdOf({ state }: Play, { sourceNo }: Person): Uuid {
  const residentId = state.residentIds.get(sourceNo);
  if (!residentId) throw new Error(`${sourceNo} has not been registered`);
  return residentId;
}
