import { decimal, Decimal, type Fen, type SettlementLevel } from '@yigongti/kernel';

/** A DIP group (病种) of the catalogue. */
export interface CaseGroup {
  readonly code: string;
  /** Beginning of the main diagnosis: four characters in a core group, more where the catalogue is finer. */
  readonly mainDiagnosis: string;
  /** Main operation; null for conservative treatment. */
  readonly mainOperation: string | null;
  /** Relative weight (病种分值). */
  readonly score: string;
  /** 基层病种: the same score and the same price at every level. */
  readonly primaryCare: boolean;
  readonly meanCostFen: Fen;
  /** What a case of the group usually costs at a level: deviations are measured from it. */
  readonly referenceCostFen: Readonly<Partial<Record<SettlementLevel, Fen>>>;
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

export interface RelativeTo {
  /** Mean cost of all cases, or of the benchmark group. */
  readonly referenceFen: Decimal;
  readonly base: number;
  readonly decimals: number;
}

/** Relative weight of a mean cost: `mean / reference × base`, rounded half up to the decimals of a published catalogue. */
export function relativeScore(mean: Decimal, { referenceFen, base, decimals }: RelativeTo): Decimal {
  return mean.times(base).div(referenceFen).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
}

export function meanOf(group: CaseGroup): Decimal {
  return decimal(group.meanCostFen);
}
