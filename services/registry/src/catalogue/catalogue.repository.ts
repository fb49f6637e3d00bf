import type { LineOutcome, Tx } from '@yigongti/database';
import type { CommandContext } from '@yigongti/kernel';
import type { CatalogueLine } from './catalogue-line.ts';
import type { CatalogueView } from './catalogue-view.ts';

export abstract class CatalogueRepository {
  /** Writes a chunk of lines with their events; one outcome a line, in order. */
  abstract importLines(tx: Tx, lines: readonly CatalogueLine[], context: CommandContext): Promise<LineOutcome[]>;

  abstract find(tx: Tx, catalogueCode: string): Promise<CatalogueView | null>;
}
