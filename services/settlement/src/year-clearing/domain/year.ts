import { decimal, digestOf, InvariantViolated, refuse, sumFen, throwIfRefused } from '@yigongti/kernel';
import type { BusinessDate, Fen, Json, Month, Uuid } from '@yigongti/kernel';
import { yearRefusals } from './year-refusals.ts';

/** What the coefficients of a year rest on: its own frozen result, those its months were paid by, or none. */
export type AssessedBy = 'YEAR_RESULT' | 'MONTH_RESULTS' | 'NONE';

export interface YearAssessment {
  readonly by: AssessedBy;
  /** Of a coefficient that is computed from the months. */
  readonly decimalPlaces: number;
}

/** What one institution gets for a year (机构年度结算单). Decimals as text. */
export interface YearStatement {
  readonly institutionCode: string;
  /** Lists and reversals with points. */
  readonly bookingCount: number;
  /** Reversals with their sign. */
  readonly bookedPoints: string;
  /** What of it takes a share: never below zero. */
  readonly points: string;
  readonly shareFen: Fen;
  readonly score: string | null;
  readonly coefficient: string;
  readonly dueFen: Fen;
  readonly withheldFen: Fen;
  /** What the clearings of its months shared out to it, paid and withheld. */
  readonly monthShareFen: Fen;
  readonly paidFen: Fen;
  readonly monthWithheldFen: Fen;
  /** Due less paid; below zero it is recovered. */
  readonly clearingFen: Fen;
}

/** A cleared month of the pool, as far as the year rests on it. */
export interface ClearedMonth {
  readonly month: Month;
  readonly runId: Uuid;
  readonly digest: string;
}

/** What a year is cleared from. */
export interface YearInputs {
  readonly poolId: Uuid;
  readonly year: number;
  readonly policyId: Uuid;
  /** Package of the year. */
  readonly fundFen: Fen;
  readonly assessment: YearAssessment;
  /** The frozen result of the year, where it decides. */
  readonly assessmentResultId: Uuid | null;
  readonly months: readonly ClearedMonth[];
  /** SHA-256 over the points that each institution has booked in the year. */
  readonly bookedDigest: string;
}

/** The clearing of a year of a pool (年度清算): one aggregate, whose lines are rows. */
export interface YearClearing {
  readonly yearClearingId: Uuid;
  readonly poolId: Uuid;
  readonly year: number;
  readonly policyId: Uuid;
  readonly assessedBy: AssessedBy;
  readonly assessmentResultId: Uuid | null;
  readonly decimalPlaces: number;
  readonly monthsCleared: number;
  readonly bookingCount: number;
  readonly points: string;
  readonly fundFen: Fen;
  readonly dueFen: Fen;
  readonly withheldFen: Fen;
  readonly paidFen: Fen;
  readonly monthWithheldFen: Fen;
  readonly clearingFen: Fen;
  readonly inputDigest: string;
  readonly digest: string;
  readonly clearedOn: BusinessDate;
  readonly version: number;
}

export interface ClosingYear {
  readonly yearClearingId: Uuid;
  readonly inputs: YearInputs;
  readonly statements: readonly YearStatement[];
  readonly clearedOn: BusinessDate;
}

export function digestOfYearInputs({ fundFen, assessment, months, ...inputs }: YearInputs): string {
  const cleared = months.map(({ month, digest }) => ({ month, digest }));
  return digestOf({ ...inputs, assessment: { ...assessment }, months: cleared, fundFen: fundFen.toString() });
}

/**
 * Closes the clearing of a year over its lines, in order of code: due + withheld = package, and what the months paid + what is paid now =
 * due, for each institution and for all.
 * @throws Refused `no-points`
 * @throws InvariantViolated when a fen was lost on the way
 */
export function closeYear({ yearClearingId, inputs, statements, clearedOn }: ClosingYear): YearClearing {
  const { assessment, months, bookedDigest: _, ...head } = inputs;
  throwIfRefused([statements.length === 0 ? refuse(yearRefusals.noPoints, { pointer: '/poolId' }) : null]);
  const sums = sumsOf(statements);
  if (statements.some(isBroken) || sums.dueFen + sums.withheldFen !== inputs.fundFen) {
    throw new InvariantViolated('settlement.year-clearing.fen-lost', 'dues and what is withheld of them are not the package');
  }
  const inputDigest = digestOfYearInputs(inputs);
  return {
    yearClearingId,
    ...head,
    assessedBy: assessment.by,
    decimalPlaces: assessment.decimalPlaces,
    monthsCleared: months.length,
    bookingCount: statements.reduce((sum, { bookingCount }) => sum + bookingCount, 0),
    points: statements.reduce((sum, { points }) => sum.plus(points), decimal(0)).toFixed(),
    ...sums,
    inputDigest,
    digest: digestOf({ inputDigest, statements: statements.map(lineOf) }),
    clearedOn,
    version: 1,
  };
}

function sumsOf(statements: readonly YearStatement[]) {
  return {
    dueFen: sumFen(statements.map(({ dueFen }) => dueFen)),
    withheldFen: sumFen(statements.map(({ withheldFen }) => withheldFen)),
    paidFen: sumFen(statements.map(({ paidFen }) => paidFen)),
    monthWithheldFen: sumFen(statements.map(({ monthWithheldFen }) => monthWithheldFen)),
    clearingFen: sumFen(statements.map(({ clearingFen }) => clearingFen)),
  };
}

function isBroken(line: YearStatement): boolean {
  const { shareFen, dueFen, withheldFen, monthShareFen, paidFen, monthWithheldFen, clearingFen } = line;
  const wrongDue = dueFen < 0n || dueFen > shareFen || dueFen + withheldFen !== shareFen;
  return wrongDue || paidFen + monthWithheldFen !== monthShareFen || paidFen + clearingFen !== dueFen;
}

function lineOf(line: YearStatement): Json {
  const { institutionCode, bookedPoints, coefficient, shareFen, dueFen, paidFen, clearingFen } = line;
  const text = { bookedPoints: decimal(bookedPoints).toFixed(), coefficient: decimal(coefficient).toFixed() };
  const fen = { shareFen, dueFen, paidFen, clearingFen };
  const amounts = Object.fromEntries(Object.entries(fen).map(([name, amount]) => [name, amount.toString()]));
  return { institutionCode, ...text, ...amounts };
}
