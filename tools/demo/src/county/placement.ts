import { allocateByLargestRemainder } from '@yigongti/kernel';
import { townsOf, villagesOf, type County, type Division } from '@yigongti/tool-counties';
import { randomStream } from './random.ts';

export interface PlacedVillage {
  readonly village: Division;
  readonly town: Division;
  readonly residents: number;
}

/** Villages differ in size: none is more than three times another. */
const weight = { from: 50, to: 150 };

/** Where people live: in so few villages that each has enough of them to count, in towns of every consortium. Sorted by code. */
export function placeResidents(county: County, seed: string, residents: number): PlacedVillage[] {
  const towns = new Map(townsOf(county).map((town) => [town.code, town]));
  const random = randomStream(seed, 'placement');
  const villages = villagesInUse(county, residents);
  const weights = villages.map(({ code }) => ({ key: code, weight: random.int(weight.from, weight.to) }));
  const shares = allocateByLargestRemainder(BigInt(residents), weights);
  return villages.map((village) => ({
    village,
    town: towns.get(village.parent!)!,
    residents: Number(shares.get(village.code)!),
  }));
}

function villagesInUse(county: County, residents: number): Division[] {
  const { residentsPerVillage, villagesPerTown, townsMin } = county.demo.placement;
  const wanted = Math.max(county.registry.consortia.length, Math.floor(residents / residentsPerVillage));
  const order = townOrder(county).map((town) => villagesOf(county).filter(({ parent }) => parent === town));
  const towns = Math.max(townsMin, Math.ceil(wanted / villagesPerTown));
  const used = roundRobin(order.slice(0, towns)).slice(0, wanted);
  return used.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Towns of each consortium in turn. */
function townOrder(county: County): string[] {
  return roundRobin(county.registry.consortia.map(({ towns }) => towns));
}

function roundRobin<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat();
}
