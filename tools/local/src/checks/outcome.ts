import { z } from 'zod';
import type { Check } from './checks.ts';

/** What a check came to, in counts that add up over all of them. */
export interface Outcome {
  readonly check: Check;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** Why it failed where no test could say so. */
  readonly reason?: string;
}

/** The part of Jest's report that counts. */
export const jestReportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  /** Files that broke before any of their tests ran. */
  numRuntimeErrorTestSuites: z.number(),
});

/** Counts of one tier. A tier without tests fails: it would be green for ever. */
export function countsOf(exitCode: number | null, report: unknown): Omit<Outcome, 'check' | 'seconds'> {
  const parsed = jestReportSchema.safeParse(report);
  if (!parsed.success) return { passed: 0, failed: 1, skipped: 0, reason: `Jest gave no report (exit code ${exitCode})` };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests } = parsed.data;
  const counts = {
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites,
    skipped: numPendingTests + numTodoTests,
  };
  if (counts.passed + counts.failed === 0) return { ...counts, failed: 1, reason: 'no test ran' };
  if (counts.failed === 0 && exitCode !== 0) return { ...counts, failed: 1, reason: `Jest ended with exit code ${exitCode}` };
  return counts;
}

/** `N passed, N failed`: the last line of `npm test`. */
export function totalLine(outcomes: readonly Outcome[]): string {
  const sum = (key: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
