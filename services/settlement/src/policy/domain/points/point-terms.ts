import type { SettlementLevel } from '@yigongti/kernel';

/** 机构系数 of a level. */
export interface InstitutionCoefficient {
  readonly level: SettlementLevel;
  readonly coefficient: string;
}

/**
 * Cases whose cost deviates from the mean of their group at that level, `r = cost / mean`. The usual local rule pays below `low` by the
 * cost and above `high` for what exceeds it; above `extreme` experts decide. Texts differ on the operators, so they are parameters.
 */
export interface DeviationTerms {
  readonly low: string;
  readonly lowInclusive: boolean;
  readonly high: string;
  readonly highInclusive: boolean;
  readonly extreme: string;
  /** Whether the institution's coefficient multiplies a deviating score too. */
  readonly coefficientApplies: boolean;
}

export interface PointTerms {
  /** The catalogue of groups, and the version of it that this policy counts by. */
  readonly catalogueCode: string;
  readonly catalogueVersion: number;
  readonly coefficients: readonly InstitutionCoefficient[];
  readonly deviation: DeviationTerms;
  /** Points of a stay without a group: less than any grouped one's. */
  readonly ungroupedPoints: string;
  readonly decimalPlaces: number;
}
