import { formatInstant, type Instant } from '@yigongti/kernel';
import { inOrder, type InstitutionScore, type Result, type ResultIndicator, type ResultState } from '../domain/result.ts';
import type { ResultHead } from '../result.repository.ts';
import type { ResultIndicatorRow, ResultRow, ResultScoreRow } from './result.row.ts';

export function toRow({ scores, indicators, ...head }: Result): ResultRow {
  return { ...head, institutionCount: scores.length };
}

export function toScoreRows({ resultId, scores }: Result): ResultScoreRow[] {
  return scores.map((score) => ({ resultId, ...score }));
}

export function toIndicatorRows({ resultId, indicators }: Result): ResultIndicatorRow[] {
  return indicators.map((indicator) => ({ resultId, ...indicator }));
}

export function toHead(row: ResultRow): ResultHead {
  return {
    ...row,
    state: row.state as ResultState,
    publishedAt: toInstant(row.publishedAt),
    frozenAt: row.frozenAt && toInstant(row.frozenAt),
  };
}

export function toResult(row: ResultRow, scores: readonly ResultScoreRow[], indicators: readonly ResultIndicatorRow[]): Result {
  const { institutionCount: _, ...head } = toHead(row);
  return inOrder({
    ...head,
    scores: scores.map(({ resultId, ...score }): InstitutionScore => score),
    indicators: indicators.map(({ resultId, ...indicator }): ResultIndicator => indicator),
  });
}

/** The database knows the moment, not the text that it came as. */
function toInstant(value: Date | string): Instant {
  return value instanceof Date ? formatInstant(value) : value;
}
