import type { Tx } from '@yigongti/database';

/** An entry of a catalogue as the registry publishes it; all figures are text. */
export interface CatalogueEntry {
  readonly code: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Port: the versions of the registry's catalogues that have been seen here. A version never changes. */
export abstract class GroupCatalogues {
  /** Null while that version has not arrived. */
  abstract find(tx: Tx, catalogueCode: string, version: number): Promise<readonly CatalogueEntry[] | null>;
}
