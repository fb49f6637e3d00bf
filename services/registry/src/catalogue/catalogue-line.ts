import type { BusinessDate } from '@yigongti/kernel';
import type { SourcedLine } from '../source-line/index.ts';

export interface CatalogueEntry {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A whole version of a catalogue in one line; its version is the source's. */
export interface CatalogueLine extends SourcedLine {
  readonly catalogueCode: string;
  readonly validFrom: BusinessDate;
  readonly entries: readonly CatalogueEntry[];
}
