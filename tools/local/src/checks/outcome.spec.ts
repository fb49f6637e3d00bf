import { describe, expect, it } from '@jest/globals';
import { checks } from './checks.ts';
import { countsOf, totalLine } from './outcome.ts';

const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, numRuntimeErrorTestSuites: 0 };

describe('the count of a tier', () => {
  it.each([
    ['all green', 0, report, { passed: 7, failed: 0, skipped: 2 }],
    ['failed tests', 1, { ...report, numFailedTests: 2 }, { passed: 7, failed: 2, skipped: 2 }],
    ['a file that does not load', 1, { ...report, numRuntimeErrorTestSuites: 1 }, { passed: 7, failed: 1, skipped: 2 }],
    ['nothing ran', 1, { ...report, numPassedTests: 0 }, { passed: 0, failed: 1, skipped: 2, reason: 'no test ran' }],
    ['broken after the tests', 1, report, { passed: 7, failed: 1, skipped: 2, reason: 'Jest ended with exit code 1' }],
    ['no report', null, undefined, { passed: 0, failed: 1, skipped: 0, reason: 'Jest gave no report (exit code null)' }],
  ])('%s', (_case, exitCode, content, expected) => {
    expect(countsOf(exitCode, content)).toEqual(expected);
  });

  it('adds up in one plain line', () => {
    const outcome = (passed: number, failed: number) => ({ check: checks[0]!, passed, failed, skipped: 0, seconds: 1 });
    expect(totalLine([outcome(1, 0), outcome(812, 3), outcome(0, 1)])).toBe('813 passed, 4 failed');
  });
});
