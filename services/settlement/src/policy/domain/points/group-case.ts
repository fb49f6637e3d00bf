import { compareKeys, explainBy, type ExplanationStep, type Fen } from '@yigongti/kernel';
import { normalisedCode, type CaseGroup, type GroupCatalogue } from './case-group.ts';
import { pointSteps } from './points-explained.ts';

export interface TreatedCase {
  readonly diagnosisCode: string;
  readonly operationCode: string | null;
  readonly totalFen: Fen;
}

interface Grouping {
  readonly group: CaseGroup | null;
  readonly step: ExplanationStep;
}

/**
 * Finds the group of a case: same main operation (or none), longest matching beginning of the main diagnosis. Of several the one whose
 * mean cost is nearest, then the smaller code, so that the answer never depends on the order of the catalogue.
 */
export function groupCase({ groups, basis }: GroupCatalogue, treated: TreatedCase): Grouping {
  const diagnosis = normalisedCode(treated.diagnosisCode);
  const operation = normalisedOrNull(treated.operationCode);
  const candidates = groups.filter(
    (group) => normalisedOrNull(group.operation) === operation && diagnosis.startsWith(normalisedCode(group.diagnosis)),
  );
  const keyLength = (group: CaseGroup) => normalisedCode(group.diagnosis).length;
  const distance = (group: CaseGroup) => distanceFen(group.meanCostFen, treated.totalFen);
  const [group = null] = candidates.sort(
    (a, b) => keyLength(b) - keyLength(a) || compareFen(distance(a), distance(b)) || compareKeys(a.code, b.code),
  );
  const inputs = { operation, candidates: candidates.length };
  return { group, step: explainBy(basis)(pointSteps.group, inputs, group?.code ?? null) };
}

function normalisedOrNull(code: string | null): string | null {
  return code === null ? null : normalisedCode(code);
}

function distanceFen(a: Fen, b: Fen): Fen {
  return a > b ? a - b : b - a;
}

function compareFen(a: Fen, b: Fen): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
