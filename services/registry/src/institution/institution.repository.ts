import type { LineOutcome, Tx } from '@yigongti/database';
import type { Caller, CommandContext } from '@yigongti/kernel';
import type { InstitutionLine } from './institution-line.ts';
import type { InstitutionFilter, InstitutionView } from './institution-view.ts';

export abstract class InstitutionRepository {
  /** Writes a chunk of lines with their events; one outcome a line, in order. */
  abstract importLines(tx: Tx, lines: readonly InstitutionLine[], context: CommandContext): Promise<LineOutcome[]>;

  abstract find(tx: Tx, institutionCode: string): Promise<InstitutionView | null>;

  /** By code; one more than `limit` when there is more. */
  abstract list(tx: Tx, filter: InstitutionFilter): Promise<InstitutionView[]>;

  /** Codes that the caller may report for: its own, its subtree, or all for county-wide roles. */
  abstract reportableBy(tx: Tx, caller: Caller): Promise<Set<string>>;
}
