import { allocateByLargestRemainder, decimal, roundHalfUpFen, sumFen, type Fen } from '@yigongti/kernel';

/** What a clearing shows of one institution. */
export interface ShownStatement {
  readonly institution: string;
  readonly points: string;
  readonly shareFen: Fen;
  readonly coefficient: string;
  readonly fen: Fen;
}

/** A month of a pool as settlement shows it. */
export interface ShownClearing {
  /** What a person calls the pool. */
  readonly pool: string;
  readonly fundFen: Fen;
  readonly allocatedFen: Fen;
  readonly withheldFen: Fen;
  readonly statements: readonly ShownStatement[];
}

export interface ShownPool {
  readonly pool: string;
  readonly packageFen: Fen;
  /** January first. */
  readonly months: readonly { readonly month: string; readonly fundFen: Fen }[];
}

export interface ShownClaim {
  readonly claim: string;
  readonly totalFen: Fen;
  readonly fundPaidFen: Fen;
  readonly personalFen: Fen;
}

/** Every fen of a clearing, counted again from what is shown. Gives what does not come out, in words. */
export function clearingFaults({ pool, fundFen, allocatedFen, withheldFen, statements }: ShownClearing): string[] {
  const shares = sumFen(statements.map(({ shareFen }) => shareFen));
  const paid = sumFen(statements.map(({ fen }) => fen));
  return [
    ...differs(`${pool}: allocated + withheld is not the fund`, allocatedFen + withheldFen, fundFen),
    ...differs(`${pool}: the shares do not sum to the fund`, shares, fundFen),
    ...differs(`${pool}: the statements do not sum to what was allocated`, paid, allocatedFen),
    ...shareFaults(pool, fundFen, statements),
    ...statements.flatMap((statement) => coefficientFaults(pool, statement)),
  ];
}

/** Shares by points with the largest remainder, ties to the smaller code. */
function shareFaults(pool: string, fundFen: Fen, statements: readonly ShownStatement[]): string[] {
  const weights = statements.map(({ institution, points }) => ({ key: institution, weight: points }));
  if (weights.every(({ weight }) => decimal(weight).isZero())) return [];
  const due = allocateByLargestRemainder(fundFen, weights);
  return statements.flatMap(({ institution, shareFen }) =>
    differs(`${pool}: the share of ${institution} is not its part by points`, shareFen, due.get(institution)!),
  );
}

/** Share times coefficient, half up; a score above the full one pays no more than the share. */
function coefficientFaults(pool: string, { institution, shareFen, coefficient, fen }: ShownStatement): string[] {
  const due = roundHalfUpFen(decimal(shareFen).times(coefficient));
  return differs(`${pool}: ${institution} does not get its share times ${coefficient}`, fen, due < shareFen ? due : shareFen);
}

/** The twelve months of a pool are its package, as even as fen go; the month that was cleared is one of them. */
export function poolFaults({ pool, packageFen, months }: ShownPool, cleared: { month: string; fundFen: Fen } | null): string[] {
  const due = allocateByLargestRemainder(
    packageFen,
    months.map(({ month }) => ({ key: month, weight: 1 })),
  );
  const planned = months.find(({ month }) => month === cleared?.month)?.fundFen;
  return [
    ...(months.length === 12 ? [] : [`${pool}: the year has ${months.length} months`]),
    ...months.flatMap(({ month, fundFen }) => differs(`${pool}: ${month} is not its twelfth`, fundFen, due.get(month)!)),
    ...(cleared
      ? differs(`${pool}: ${cleared.month} was cleared with another fund than planned`, cleared.fundFen, planned ?? 0n)
      : []),
  ];
}

export function claimFaults({ claim, totalFen, fundPaidFen, personalFen }: ShownClaim): string[] {
  return differs(`claim ${claim}: fund + patient is not the total`, fundPaidFen + personalFen, totalFen);
}

function differs(what: string, shown: Fen, due: Fen): string[] {
  return shown === due ? [] : [`${what}: ${shown} fen instead of ${due}`];
}
