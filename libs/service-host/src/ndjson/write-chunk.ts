import { sqlState, type Tx, writeAudit } from '@yigongti/database';
import { Refused, refuse, type CommandContext } from '@yigongti/kernel';
import { importProblems } from './import-problems.ts';
import type { ImportLine, LineImport, LineOutcome } from './line-import.ts';
import { resultOf, type LineResult } from './upload-results.ts';

/** Runs work in a transaction, or under a savepoint of the one that spans the upload. */
export type Attempt = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/**
 * Writes a chunk as a set; where the set is refused, line by line, so that a bad line is reported and changes nothing while the
 * others count. Faults that are no refusal end the upload.
 */
export async function writeChunk(
  attempt: Attempt,
  importer: LineImport<object>,
  lines: readonly ImportLine<object>[],
  context: CommandContext,
): Promise<LineResult[]> {
  if (lines.length === 0) return [];
  try {
    return await attempt((tx) => writeSet(tx, importer, lines, context));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (lines.length === 1) return [resultOf(lines[0]!.line, refusalOf(error))];
  }
  const results: LineResult[] = [];
  for (const line of lines) results.push(...(await writeChunk(attempt, importer, [line], context)));
  return results;
}

async function writeSet(
  tx: Tx,
  importer: LineImport<object>,
  lines: readonly ImportLine<object>[],
  context: CommandContext,
): Promise<LineResult[]> {
  const outcomes = await importer.importChunk(tx, lines, context);
  if (outcomes.length !== lines.length)
    throw new Error(`${importer.constructor.name}: ${outcomes.length} outcomes for ${lines.length} lines`);
  if (context.audit) await writeAudit(tx, context, context.audit, outcomes);
  return outcomes.map((outcome, index) => resultOf(lines[index]!.line, outcome));
}

/** Class 23 of SQLSTATE: a constraint said no. */
function isRefusal(error: unknown): boolean {
  return error instanceof Refused || (sqlState(error)?.startsWith('23') ?? false);
}

function refusalOf(error: unknown): LineOutcome {
  return { status: 'refused', refusals: error instanceof Refused ? error.refusals : [refuse(importProblems.conflict)] };
}
