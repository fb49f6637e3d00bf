import type { Fen } from '@yigongti/kernel';

/** Part of the year's money for one insured person: `PERSONAL`, `FISCAL`, `EMPLOYER`. */
export interface FundingSource {
  readonly code: string;
  readonly perPersonFen: Fen;
}

/** A fixed amount of the year that the package does not hold. */
export interface CarveOut {
  readonly code: string;
  readonly fen: Fen;
}

/** The package by funding: heads times funding less the big-illness premium, less reserves and carve-outs. All figures are the county's. */
export interface FundTerms {
  readonly sources: readonly FundingSource[];
  /** Stated sum of the sources: a package that does not add up is refused. */
  readonly perPersonFen: Fen;
  readonly bigIllnessPremiumFen: Fen;
  readonly riskReserveRatio: string;
  readonly adjustmentReserveRatio: string;
  readonly carveOuts: readonly CarveOut[];
}
