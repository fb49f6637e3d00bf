import type { LineOutcome, Tx } from '@yigongti/database';
import type { CommandContext } from '@yigongti/kernel';
import type { PractitionerLine } from './practitioner-line.ts';
import type { PractitionerFilter, PractitionerView } from './practitioner-view.ts';

export abstract class PractitionerRepository {
  /** Writes a chunk of lines with their events; one outcome a line, in order. `reportable` are the institutions that the caller may name. */
  abstract importLines(
    tx: Tx,
    lines: readonly PractitionerLine[],
    references: { readonly reportable: ReadonlySet<string>; readonly context: CommandContext },
  ): Promise<LineOutcome[]>;

  abstract find(tx: Tx, practitionerCode: string): Promise<PractitionerView | null>;

  /** By code; one more than `limit` when there is more. */
  abstract list(tx: Tx, filter: PractitionerFilter): Promise<PractitionerView[]>;
}
