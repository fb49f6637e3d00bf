import { decimal, digestOf, InvariantViolated, refuse, sumFen, throwIfRefused } from '@yigongti/kernel';
import type { BusinessDate, Decimal, Fen, Json, Month, Uuid } from '@yigongti/kernel';
import { runRefusals } from './run-refusals.ts';

/** What one institution gets for a month (机构结算单). Decimals as text. */
export interface Statement {
  readonly institutionCode: string;
  /** Lists and reversals. */
  readonly claimCount: number;
  /** Reversals with their sign. */
  readonly bookedPoints: string;
  /** What of it takes a share: never below zero. */
  readonly points: string;
  readonly shareFen: Fen;
  /** Null for an institution without a frozen score: its coefficient is 1. */
  readonly score: string | null;
  readonly coefficient: string;
  readonly fen: Fen;
  readonly withheldFen: Fen;
}

/** The frozen assessment that a run used. */
export interface UsedResult {
  readonly resultId: Uuid;
  readonly period: string;
  readonly resultVersion: number;
}

/** The clearing of a month of a pool (月度清算): one aggregate, whose lines are rows. */
export interface Run {
  readonly runId: Uuid;
  readonly poolId: Uuid;
  readonly month: Month;
  readonly policyId: Uuid;
  readonly assessmentResultId: Uuid;
  readonly claimCount: number;
  readonly points: string;
  readonly fundFen: Fen;
  readonly allocatedFen: Fen;
  readonly withheldFen: Fen;
  /** SHA-256 of what it was computed from. */
  readonly inputDigest: string;
  /** SHA-256 of inputs and lines. */
  readonly digest: string;
  readonly clearedOn: BusinessDate;
  readonly version: number;
}

/** What a clearing is computed from. */
export interface RunInputs {
  readonly poolId: Uuid;
  readonly month: Month;
  readonly policyId: Uuid;
  readonly fundFen: Fen;
  readonly result: UsedResult;
  /** SHA-256 over what is booked in the month: claims, reversals and their points. */
  readonly bookingsDigest: string;
}

export interface Clearing {
  readonly runId: Uuid;
  readonly inputs: RunInputs;
  readonly statements: readonly Statement[];
  readonly clearedOn: BusinessDate;
}

export function digestOfInputs({ fundFen, ...inputs }: RunInputs): string {
  return digestOf({ ...inputs, result: { ...inputs.result }, fundFen: fundFen.toString() });
}

/**
 * Closes a clearing over its lines, in order of code. A month without points is refused: nothing can be divided by them.
 * @throws Refused `no-points`
 * @throws InvariantViolated when a fen was lost on the way
 */
export function closeRun({ runId, inputs, statements, clearedOn }: Clearing): Run {
  throwIfRefused([
    statements.length === 0 ? refuse(runRefusals.noPoints, { pointer: '/month', parameters: { month: inputs.month } }) : null,
  ]);
  const allocatedFen = sumFen(statements.map(({ fen }) => fen));
  const withheldFen = sumFen(statements.map(({ withheldFen: withheld }) => withheld));
  const broken = statements.filter(
    ({ shareFen, fen, withheldFen: withheld }) => fen < 0n || fen > shareFen || fen + withheld !== shareFen,
  );
  if (broken.length > 0 || allocatedFen + withheldFen !== inputs.fundFen) {
    throw new InvariantViolated('settlement.run.fen-lost', 'shares and what is withheld of them are not the fund');
  }
  const inputDigest = digestOfInputs(inputs);
  const { result, bookingsDigest: _, ...head } = inputs;
  return {
    runId,
    ...head,
    assessmentResultId: result.resultId,
    claimCount: statements.reduce((sum, { claimCount }) => sum + claimCount, 0),
    points: sumOfPoints(statements).toFixed(),
    allocatedFen,
    withheldFen,
    inputDigest,
    digest: digestOf({ inputDigest, statements: statements.map(lineOf) }),
    clearedOn,
    version: 1,
  };
}

function sumOfPoints(statements: readonly Statement[]): Decimal {
  return statements.reduce((sum, { points }) => sum.plus(points), decimal(0));
}

function lineOf({ institutionCode, bookedPoints, points, shareFen, coefficient, fen }: Statement): Json {
  const booked = { bookedPoints: decimal(bookedPoints).toFixed(), points: decimal(points).toFixed() };
  const text = { ...booked, coefficient: decimal(coefficient).toFixed() };
  return { institutionCode, ...text, shareFen: shareFen.toString(), fen: fen.toString() };
}
