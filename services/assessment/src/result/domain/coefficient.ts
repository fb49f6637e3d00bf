import { decimal, InvariantViolated, type DecimalInput } from '@yigongti/kernel';

/** A row of the county's table: a fixed coefficient, or the score divided by a number. */
export type CoefficientRow = {
  /** Lowest score of the row. */
  readonly from: DecimalInput;
  /** Whether the institution must put things right (限期整改). */
  readonly rectification: boolean;
} & ({ readonly coefficient: DecimalInput } | { readonly dividedBy: DecimalInput });

/** The county's table with the decimals that a coefficient is rounded to, half up. */
export interface CoefficientTable {
  /** From the highest row down. */
  readonly rows: readonly CoefficientRow[];
  readonly places: number;
}

export interface Linkage {
  /** What money is multiplied by, as exact decimal text. */
  readonly coefficient: string;
  readonly rectification: boolean;
  /** Lowest score of the row that decided. */
  readonly rowFrom: string;
}

/** Score to coefficient (挂钩系数): the first row whose lower bound is not above the score. */
export function linkageOf(score: DecimalInput, { rows, places }: CoefficientTable): Linkage {
  const row = rows.find(({ from }) => decimal(score).gte(from));
  if (!row) throw new InvariantViolated('assessment.coefficient.no-row', 'the coefficient table does not reach down to 0');
  const exact = 'coefficient' in row ? decimal(row.coefficient) : decimal(score).div(row.dividedBy);
  return {
    coefficient: exact.toDecimalPlaces(places).toFixed(),
    rectification: row.rectification,
    rowFrom: decimal(row.from).toFixed(),
  };
}
