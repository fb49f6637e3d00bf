import { decimal, refuse, type Fen, type Refusal, type SettlementLevel } from '@yigongti/kernel';
import { levelsUpward } from '../level-rules.ts';
import { policyRefusals } from '../policy-refusals.ts';
import type { CaseGroup } from './case-group.ts';

/** An entry of the group catalogue as the registry publishes it; all figures are text. */
export interface CatalogueEntry {
  readonly code: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface ReadGroups {
  readonly groups: readonly CaseGroup[];
  /** Entries that cannot be used; a policy that names the catalogue is refused for them. */
  readonly faults: readonly Refusal[];
}

export function readGroups(entries: readonly CatalogueEntry[]): ReadGroups {
  const groups = entries.flatMap((entry) => readGroup(entry) ?? []);
  const incomplete = entries.filter((entry) => readGroup(entry) === null);
  const faults = incomplete.map(({ code }) =>
    refuse(policyRefusals.groupFaulty, { pointer: '/points/catalogueVersion', parameters: { group: code } }),
  );
  return { groups, faults };
}

function readGroup({ code, attributes }: CatalogueEntry): CaseGroup | null {
  const { diagnosis, operation, score, primaryCare, meanCostFen } = attributes;
  if (!diagnosis || !isScore(score) || !isFen(meanCostFen)) return null;
  return {
    code,
    diagnosis,
    operation: operation || null,
    score,
    primaryCare: primaryCare === 'true',
    meanCostFen: BigInt(meanCostFen),
    meanCostByLevelFen: meansByLevel(attributes),
  };
}

function meansByLevel(attributes: CatalogueEntry['attributes']): Partial<Record<SettlementLevel, Fen>> {
  const stated = levelsUpward.map((level) => [level, attributes[`meanCostFen.${level}`]] as const);
  return Object.fromEntries(stated.flatMap(([level, fen]) => (isFen(fen) ? [[level, BigInt(fen)]] : [])));
}

function isScore(text: string | undefined): text is string {
  return text !== undefined && /^\d{1,20}(\.\d{1,12})?$/.test(text) && decimal(text).gt(0);
}

function isFen(text: string | undefined): text is string {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text);
}
