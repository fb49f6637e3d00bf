import { formatInstant, type Instant } from '@yigongti/kernel';
import {
  inOrder,
  type Correction,
  type InstitutionScore,
  type Result,
  type ResultIndicator,
  type ResultState,
  type ResultSubject,
} from '../domain/result.ts';
import type { ResultHead } from '../result.repository.ts';
import type { ResultCorrectionRow, ResultIndicatorRow, ResultRow, ResultScoreRow, ResultSubjectRow } from './result.row.ts';

export function toRow({ scores, indicators, subjects, corrections, ...head }: Result): ResultRow {
  return { ...head, institutionCount: scores.length };
}

export function toScoreRows({ resultId, scores }: Result): ResultScoreRow[] {
  return scores.map((score) => ({ resultId, ...score }));
}

export function toIndicatorRows({ resultId, indicators }: Result): ResultIndicatorRow[] {
  return indicators.map((indicator) => ({ resultId, ...indicator }));
}

export function toSubjectRows({ resultId, subjects }: Result): ResultSubjectRow[] {
  return subjects.map((subject) => ({ resultId, ...subject }));
}

export function toCorrectionRows({ resultId, corrections }: Result): ResultCorrectionRow[] {
  return corrections.map(({ before, after, ...line }) => ({
    resultId,
    ...line,
    numeratorBefore: before.numerator,
    denominatorBefore: before.denominator,
    ...after,
  }));
}

function toCorrection(row: ResultCorrectionRow): Correction {
  const { appealId, code, institutionCode, numerator, denominator } = row;
  const before = { numerator: row.numeratorBefore, denominator: row.denominatorBefore };
  return { appealId, code, institutionCode, before, after: { numerator, denominator } };
}

export function toHead(row: ResultRow): ResultHead {
  return {
    ...row,
    state: row.state as ResultState,
    publishedAt: toInstant(row.publishedAt),
    frozenAt: row.frozenAt && toInstant(row.frozenAt),
  };
}

/** The rows that belong to a result. */
export interface LineRows {
  readonly scores: readonly ResultScoreRow[];
  readonly indicators: readonly ResultIndicatorRow[];
  readonly subjects: readonly ResultSubjectRow[];
  readonly corrections: readonly ResultCorrectionRow[];
}

export function toResult(row: ResultRow, { scores, indicators, subjects, corrections }: LineRows): Result {
  const { institutionCount: _, ...head } = toHead(row);
  return inOrder({
    ...head,
    scores: scores.map(({ resultId, ...score }): InstitutionScore => score),
    indicators: indicators.map(({ resultId, ...indicator }): ResultIndicator => indicator),
    subjects: subjects.map(({ resultId, ...subject }): ResultSubject => subject),
    corrections: corrections.map(toCorrection),
  });
}

/** The database knows the moment, not the text that it came as. */
export function toInstant(value: Date | string): Instant {
  return value instanceof Date ? formatInstant(value) : value;
}
