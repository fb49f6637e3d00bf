import { findFunctions, parseSource } from './functions.ts';
import { isTest } from './tracked-files.ts';

/** Lines of a file: hard stop, not the aim (30 to 60). */
const fileLinesMax = 300;
const specLinesMax = 450;
/** One screen. */
const functionLinesMax = 40;
const constructorParametersMax = 5;
const parametersMax = 3;

export function fileSizeFaults(path: string, text: string): string[] {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  const max = isTest(path) ? specLinesMax : fileLinesMax;
  return lines > max ? [`${path}: ${lines} lines, at most ${max}`] : [];
}

/** In tests, callbacks and suites (`describe...`) may be longer: they hold the file. */
export function functionSizeFaults(path: string, text: string): string[] {
  return findFunctions(parseSource(path, text))
    .filter(
      (found) => found.lines > functionLinesMax && !(isTest(path) && (found.isCallback || found.name.startsWith('describe'))),
    )
    .map((found) => `${path}:${found.line}: ${found.name} has ${found.lines} lines, at most ${functionLinesMax}`);
}

export function constructorFaults(path: string, text: string): string[] {
  return findFunctions(parseSource(path, text))
    .filter((found) => found.isConstructor && found.parameters > constructorParametersMax)
    .map((found) => `${path}:${found.line}: ${found.name} takes ${found.parameters}, at most ${constructorParametersMax}`);
}

/**
 * Functions with too many parameters, as `path#name` with the largest number found under that name (names repeat, lines move).
 * Not counted: parameters that a decorator fills, a leading `tx` (its brand keeps it from being mixed up), the callback of a table
 * in a test.
 */
export function longParameterLists(path: string, text: string): Map<string, number> {
  const long = new Map<string, number>();
  for (const { name, plainParameters, isConstructor, isCallback } of findFunctions(parseSource(path, text))) {
    const isRowOfTable = isCallback && isTest(path);
    const key = `${path}#${name}`;
    if (!isConstructor && !isRowOfTable && plainParameters > parametersMax)
      long.set(key, Math.max(plainParameters, long.get(key) ?? 0));
  }
  return long;
}
