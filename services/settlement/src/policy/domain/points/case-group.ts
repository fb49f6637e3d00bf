import type { Fen, SettlementLevel } from '@yigongti/kernel';

/** A DIP group (病种) of the catalogue. */
export interface CaseGroup {
  readonly code: string;
  /** Beginning of the main diagnosis: four characters in a core group, more where the catalogue is finer. */
  readonly diagnosis: string;
  /** Main operation; null for conservative treatment. */
  readonly operation: string | null;
  /** Relative weight (病种分值). */
  readonly score: string;
  /** 基层病种: the same score and the same price at every level. */
  readonly primaryCare: boolean;
  readonly meanCostFen: Fen;
  /** What a case of the group costs on average at a level: deviations are measured from it; from the group's mean where there is none. */
  readonly meanCostByLevelFen: Readonly<Partial<Record<SettlementLevel, Fen>>>;
}

/** A version of the catalogue, with what explanations call it: `catalogue DIP@1`. */
export interface GroupCatalogue {
  readonly groups: readonly CaseGroup[];
  readonly basis: string;
}

/** Codes are compared without dots and in one case: `I21.0` of the core catalogue is the beginning of `I21.000x001`. */
export function normalisedCode(code: string): string {
  return code.replaceAll('.', '').toUpperCase();
}
