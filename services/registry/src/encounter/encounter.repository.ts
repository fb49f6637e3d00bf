import type { LineOutcome, Tx } from '@yigongti/database';
import type { CommandContext, Uuid } from '@yigongti/kernel';
import type { EncounterLine } from './encounter-line.ts';

/** What lines are checked against: read once a chunk. */
export interface EncounterReferences {
  /** Institutions that the caller may report for. */
  readonly reportable: ReadonlySet<string>;
  /** Residents among those named who are registered. */
  readonly residents: ReadonlySet<Uuid>;
  readonly context: CommandContext;
}

export abstract class EncounterRepository {
  /** Writes a chunk of lines with their events; one outcome a line, in order. */
  abstract importLines(tx: Tx, lines: readonly EncounterLine[], references: EncounterReferences): Promise<LineOutcome[]>;
}
