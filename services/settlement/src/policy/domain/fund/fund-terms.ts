import type { Fen } from '@yigongti/kernel';

/** What the package does not pay for, by insured person. */
export interface CarveOut {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly fenPerInsured: Fen;
}

export type FundingSource = 'PERSONAL' | 'FISCAL' | 'EMPLOYER';

/** The package by funding: heads times funding less the big-illness premium, less reserves and carve-outs. All figures are the county's. */
export interface FundTerms {
  readonly budgetMethod: 'FUNDING';
  readonly perHeadFen: Readonly<Partial<Record<FundingSource, Fen>>>;
  /** Stated sum of the sources: a package that does not add up is refused. */
  readonly perHeadTotalFen: Fen;
  readonly bigIllnessPremiumFen: Fen;
  readonly riskReserve: string;
  readonly adjustmentReserve: string;
  readonly carveOuts: readonly CarveOut[];
}
