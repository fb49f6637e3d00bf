import type { Tx } from './transactions.ts';
import type { CommandContext, Refusal, Uuid } from '@yigongti/kernel';

/** A line that has the required shape. `line` counts from 1, blank lines included, as an editor shows it. */
export interface ImportLine<Value> {
  readonly line: number;
  readonly value: Value;
}

/** What became of one line. A refused line changed nothing. */
export interface LineOutcome {
  readonly status: 'created' | 'updated' | 'unchanged' | 'refused';
  /** Of the record, unless refused. */
  readonly id?: Uuid;
  /** Why, if refused. */
  readonly refusals?: readonly Refusal[];
}

/** Port that a service implements for each kind of upload. The host of the service streams the lines and opens the transactions. */
export interface LineImport<Value> {
  /**
   * Writes up to 500 lines as a set, rows and outbox together, and returns one outcome for each, in order. A line is idempotent by
   * institution, source number and version. A line may be refused in its outcome, when it changed nothing; where the set as a whole
   * cannot be written, throw (`Refused`, or let the constraint's error through): the host rolls back and comes again line by line.
   */
  importChunk(tx: Tx, lines: readonly ImportLine<Value>[], context: CommandContext): Promise<readonly LineOutcome[]>;
}
