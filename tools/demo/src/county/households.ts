import type { HiddenTruth } from './person.ts';
import type { Random } from './random.ts';

const adultFrom = 18;
/** Adults of a household and how often it is so. */
const adultCounts = [
  { adults: 1, share: '0.25' },
  { adults: 2, share: '0.60' },
  { adults: 3, share: '0.15' },
] as const;
/** Children live where an adult of an age to be their parent does, if there is one. */
const parentAge = { from: 20, to: 55 };

/** The people of a village by household, adults first; everybody is in one. */
export function formHouseholds(people: readonly HiddenTruth[], random: Random): HiddenTruth[][] {
  const adults = people.filter(({ age }) => age >= adultFrom);
  const children = people.filter(({ age }) => age < adultFrom);
  if (adults.length === 0) return children.length === 0 ? [] : [children];
  const households: HiddenTruth[][] = [];
  for (let taken = 0; taken < adults.length; taken += households.at(-1)!.length) {
    households.push(adults.slice(taken, taken + random.pickBy(adultCounts).adults));
  }
  const withParents = households.filter((members) => members.some(({ age }) => age >= parentAge.from && age <= parentAge.to));
  for (const child of children) random.pick(withParents.length > 0 ? withParents : households).push(child);
  return households;
}
