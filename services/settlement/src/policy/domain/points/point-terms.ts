import type { Fen, SettlementLevel } from '@yigongti/kernel';

/**
 * Cases whose cost deviates from what is usual for their group, `r = cost / reference`. The usual local rule pays below `lowRatio` by
 * the cost and above `highRatio` for what exceeds it; above `extremeRatio` experts decide. Texts differ on the operators, so they are
 * parameters.
 */
export interface DeviationTerms {
  readonly lowRatio: string;
  readonly highRatio: string;
  readonly extremeRatio: string;
  readonly lowInclusive: boolean;
  readonly highInclusive: boolean;
  /** Whether the institution's coefficient multiplies a deviating score too. */
  readonly applyCoefficient: boolean;
}

/** Points by cost alone: cost / overall mean × base × factor. */
export interface CostMethod {
  readonly method: 'COST_OVER_MEAN';
  readonly factor: string;
}

export interface PointTerms {
  /** The catalogue of groups, and the version of it that this policy counts by. */
  readonly catalogue: { readonly catalogueCode: string; readonly version: number };
  /** How the catalogue's scores were made: mean cost of the group / overall mean × base. */
  readonly scoreMethod: 'AVERAGE_COST';
  readonly scoreBase: number;
  readonly overallMeanCostFen: Fen;
  /** 机构系数 by settlement level. */
  readonly institutionCoefficients: Readonly<Partial<Record<SettlementLevel, string>>>;
  /** 基层病种 by group code: coefficient 1 at every level. */
  readonly primaryCareGroups: readonly string[];
  readonly deviation: DeviationTerms;
  /** Stays without a group. */
  readonly ungrouped: CostMethod;
  readonly outpatient: CostMethod;
  readonly rounding: {
    readonly scoreDecimals: number;
    readonly fen: 'HALF_UP';
    readonly allocation: 'LARGEST_REMAINDER';
    readonly ties: 'INSTITUTION_CODE';
  };
}
