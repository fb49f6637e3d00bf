import type { Tx } from '@yigongti/database';
import type { CommandContext, Refusal } from '@yigongti/kernel';

/** A line that has the required shape. `line` counts from 1, blank lines included, as an editor shows it. */
export interface ImportLine<Value> {
  readonly line: number;
  readonly value: Value;
}

/** What became of one line. */
export type LineOutcome =
  | { readonly status: 'created' | 'updated' | 'unchanged'; readonly id: string }
  | { readonly status: 'refused'; readonly refusals: readonly Refusal[] };

/** Port that a service implements for each kind of upload. */
export abstract class LineImport<Value> {
  /**
   * Writes up to 500 lines as a set, rows and outbox together, and returns one outcome for each, in order. A line is idempotent by
   * institution, source number and version. A line may be refused in its outcome, when it changed nothing; where the set as a whole
   * cannot be written, throw (`Refused`, or let the constraint's error through): the host rolls back and comes again line by line.
   */
  abstract importChunk(tx: Tx, lines: readonly ImportLine<Value>[], context: CommandContext): Promise<readonly LineOutcome[]>;
}
