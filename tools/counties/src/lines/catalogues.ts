import { decimal, roundHalfUpFen } from '@yigongti/kernel';
import { groupCode, readDiagnosisFile, readGroupFile, type GroupFile } from './catalogue-files.ts';
import type { County } from '../county.ts';
import type { SettlementSection } from '../profile/sections.ts';

export interface CatalogueEntry {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A line of the registry's `catalogues/import`. */
export interface CatalogueLine {
  readonly catalogueCode: string;
  readonly version: number;
  readonly validFrom: string;
  readonly entries: readonly CatalogueEntry[];
}

/** Diagnosis codes with the group key (first four characters) and, where one manages the disease, the programme. */
function diagnosisCatalogue(): CatalogueLine {
  const { identity, entries } = readDiagnosisFile();
  return {
    ...identity,
    entries: entries.map(({ code, nameZh, nameEn, programme }) => ({
      code,
      nameZh,
      nameEn,
      attributes: { groupKey: code.slice(0, 5), ...(programme && { programme }) },
    })),
  };
}

/** Score by the average-cost method: mean cost of the group / overall mean × base. */
export function scoreOf(meanCostFen: number, { catalogue, points }: SettlementSection): string {
  const score = decimal(meanCostFen).div(catalogue.overallMeanCostFen).times(catalogue.scoreBase);
  return score.toDecimalPlaces(points.decimalPlaces).toFixed(points.decimalPlaces);
}

/** Reference cost by settlement level: mean × coefficient of the level; one price at every level for a primary-care group. */
function referenceCosts(meanCostFen: number, primaryCare: boolean, { points }: SettlementSection): Record<string, string> {
  return Object.fromEntries(
    points.coefficients.map(({ level, coefficient }) => [
      `meanCostFen.${level}`,
      roundHalfUpFen(decimal(meanCostFen).times(primaryCare ? '1' : coefficient)).toString(),
    ]),
  );
}

function groupEntry(group: GroupFile['entries'][number], settlement: SettlementSection): CatalogueEntry {
  const code = groupCode(group);
  const primaryCare = settlement.catalogue.primaryCareGroups.includes(code);
  return {
    code,
    nameZh: group.nameZh,
    nameEn: group.nameEn,
    attributes: {
      diagnosis: group.mainDiagnosis,
      ...(group.mainOperation && { operation: group.mainOperation }),
      score: scoreOf(group.meanCostFen, settlement),
      primaryCare: String(primaryCare),
      meanCostFen: String(group.meanCostFen),
      ...referenceCosts(group.meanCostFen, primaryCare, settlement),
    },
  };
}

function groupCatalogue(county: County): CatalogueLine {
  const { identity, entries } = readGroupFile();
  return { ...identity, entries: entries.map((group) => groupEntry(group, county.settlement)) };
}

/** The county's catalogues: `DIAGNOSIS` and `DIP`. */
export function catalogueLines(county: County): CatalogueLine[] {
  return [diagnosisCatalogue(), groupCatalogue(county)];
}
