import { decimal, refuse, type Fen, type Refusal, type SettlementLevel } from '@yigongti/kernel';
import { levelsUpward } from '../level-rules.ts';
import { policyRefusals } from '../policy-refusals.ts';
import { meanOf, relativeScore, type CaseGroup } from './case-group.ts';
import type { PointTerms } from './point-terms.ts';

/** An entry of the group catalogue as the registry publishes it; all figures are text. */
export interface CatalogueEntry {
  readonly code: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface ReadGroups {
  readonly groups: readonly CaseGroup[];
  readonly faults: readonly Refusal[];
}

/**
 * Reads the groups of a catalogue for a policy. Published figures contain slips: scores are recomputed and the list of primary-care groups
 * compared, and whatever disagrees is reported with both figures, never repaired.
 */
export function readGroups(entries: readonly CatalogueEntry[], terms: PointTerms): ReadGroups {
  const read = entries.map((entry) => readGroup(entry));
  const groups = read.filter((group): group is CaseGroup => group !== null);
  const incomplete = entries.filter((_, index) => read[index] === null);
  return {
    groups,
    faults: [
      ...incomplete.map(({ code }) =>
        refuse(policyRefusals.groupFaulty, { pointer: '/points/catalogue', parameters: { group: code } }),
      ),
      ...groups.flatMap((group) => disagreements(group, terms)),
    ],
  };
}

/** The group of an entry; null when a figure is missing or is none. */
export function readGroup({ code, attributes }: CatalogueEntry): CaseGroup | null {
  const { mainDiagnosis, mainOperation, score, primaryCareGroup, meanCostFen } = attributes;
  if (!mainDiagnosis || !isDecimal(score) || !isFen(meanCostFen)) return null;
  return {
    code,
    mainDiagnosis,
    mainOperation: mainOperation || null,
    score,
    primaryCare: primaryCareGroup === 'true',
    meanCostFen: BigInt(meanCostFen),
    referenceCostFen: referencesOf(attributes),
  };
}

function referencesOf(attributes: CatalogueEntry['attributes']): Partial<Record<SettlementLevel, Fen>> {
  const stated = levelsUpward.map((level) => [level, attributes[`referenceCostFen.${level}`]] as const);
  return Object.fromEntries(stated.flatMap(([level, fen]) => (isFen(fen) ? [[level, BigInt(fen)]] : [])));
}

function isDecimal(text: string | undefined): text is string {
  return text !== undefined && /^\d{1,20}(\.\d{1,12})?$/.test(text) && decimal(text).gt(0);
}

function isFen(text: string | undefined): text is string {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text);
}

function disagreements(group: CaseGroup, terms: PointTerms): Refusal[] {
  if (terms.overallMeanCostFen <= 0n) return [];
  const referenceFen = decimal(terms.overallMeanCostFen);
  const score = relativeScore(meanOf(group), { referenceFen, base: terms.scoreBase, decimals: terms.rounding.scoreDecimals });
  const listed = terms.primaryCareGroups.includes(group.code);
  return [
    ...(score.equals(group.score)
      ? []
      : [
          refuse(policyRefusals.groupDisagrees, {
            pointer: '/points/scoreBase',
            parameters: { group: group.code, catalogue: group.score, policy: score.toFixed() },
          }),
        ]),
    ...(listed === group.primaryCare
      ? []
      : [
          refuse(policyRefusals.groupDisagrees, {
            pointer: '/points/primaryCareGroups',
            parameters: { group: group.code, catalogue: group.primaryCare, policy: listed },
          }),
        ]),
  ];
}
