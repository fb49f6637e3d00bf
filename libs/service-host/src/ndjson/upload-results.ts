import type { Refusal } from '@yigongti/kernel';
import type { ProblemReason } from '../problems/problem.ts';
import type { ImportLine, LineOutcome } from './line-import.ts';
import type { ParsedLine } from './parse-line.ts';

/** One line of the answer. */
export interface LineResult {
  readonly line: number;
  readonly status: 'created' | 'updated' | 'unchanged' | 'refused';
  readonly id?: string;
  readonly errors?: readonly ProblemReason[];
}

export function resultOf(line: number, outcome: LineOutcome): LineResult {
  if (outcome.status !== 'refused') return { line, status: outcome.status, id: outcome.id };
  return refusedLine(line, (outcome.refusals ?? []).map(withoutKind));
}

export function withoutKind({ kind: _, ...reason }: Refusal): ProblemReason {
  return reason;
}

export function refusedLine(line: number, errors: readonly ProblemReason[]): LineResult {
  return { line, status: 'refused', errors };
}

/** The lines of a chunk that can be tried, and the results of those that cannot. */
export function sortOut(parsed: readonly ParsedLine[]): { good: ImportLine<object>[]; bad: LineResult[] } {
  const good: ImportLine<object>[] = [];
  const bad: LineResult[] = [];
  for (const line of parsed) {
    if ('value' in line) good.push(line);
    else bad.push(refusedLine(line.line, line.errors));
  }
  return { good, bad };
}

export function inOrder(results: readonly LineResult[]): LineResult[] {
  return [...results].sort((a, b) => a.line - b.line);
}
