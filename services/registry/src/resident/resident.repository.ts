import type { LineOutcome, Tx } from '@yigongti/database';
import type { CommandContext, Uuid } from '@yigongti/kernel';
import type { ResidentLine } from './resident-line.ts';
import type { ResidentView } from './resident-view.ts';

export abstract class ResidentRepository {
  /** Writes a chunk of lines with their events; one outcome a line, in order. `reportable` are the institutions that the caller may name. */
  abstract importLines(
    tx: Tx,
    lines: readonly ResidentLine[],
    references: { readonly reportable: ReadonlySet<string>; readonly context: CommandContext },
  ): Promise<LineOutcome[]>;

  abstract find(tx: Tx, residentId: Uuid): Promise<ResidentView | null>;

  /** Those of the ids that are registered. */
  abstract registered(tx: Tx, residentIds: readonly Uuid[]): Promise<Set<Uuid>>;

  /** Residents by national id, as far as they are registered. */
  abstract findByNationalIds(tx: Tx, nationalIds: readonly string[]): Promise<Map<string, Uuid>>;
}
