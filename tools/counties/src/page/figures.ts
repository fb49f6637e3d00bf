import { isDatedValue, type DatedValue } from '../profile/dated-value.ts';
import type { CountyProfile } from '../profile/profile.ts';

/** A figure of a county by the same name in every county, `settlement.policies.RESIDENT 2026.fund.perPersonFen`. */
export type Figures = ReadonlyMap<string, DatedValue>;

/** Names of places and bodies differ by nature; what they are called says nothing about how a county works. */
const names = ['registry.townNamesEn', 'registry.countyInstitutions'];

type Tree = Readonly<Record<string, unknown>>;

const isTree = (node: unknown): node is Tree => typeof node === 'object' && node !== null && !Array.isArray(node);

/** What a list's item is called by: a policy by insurance and year, a scheme's item by its indicator, a scheme by its place. */
function nameOf(item: unknown, index: number): string {
  const identity = isTree(item) && isTree(item.identity) ? item.identity : {};
  const { insuranceType, year, indicatorCode } = identity as { insuranceType?: string; year?: number; indicatorCode?: string };
  if (insuranceType !== undefined) return `${insuranceType} ${year}`;
  return indicatorCode ?? String(index + 1);
}

/** The newest entry stands for a history. */
function latest(node: unknown): DatedValue | undefined {
  if (isDatedValue(node)) return node;
  const last: unknown = Array.isArray(node) ? node.at(-1) : undefined;
  return isDatedValue(last) ? last : undefined;
}

function* walk(node: unknown, at: string): Generator<[string, DatedValue]> {
  const figure = latest(node);
  if (figure) yield [at, figure];
  else if (Array.isArray(node)) for (const [index, item] of node.entries()) yield* walk(item, `${at}.${nameOf(item, index)}`);
  else if (isTree(node))
    for (const [key, child] of Object.entries(node)) if (key !== 'identity') yield* walk(child, `${at}.${key}`);
}

/** Every figure of the county with date and source, in the order of its file. */
export function figuresOf({ sections }: CountyProfile): Figures {
  const all = Object.entries(sections).flatMap(([name, section]) => [...walk(section, name)]);
  return new Map(all.filter(([at]) => !names.includes(at)));
}
