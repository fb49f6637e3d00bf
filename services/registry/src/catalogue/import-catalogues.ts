import { Injectable } from '@nestjs/common';
import type { ImportLine, LineImport, LineOutcome, Tx } from '@yigongti/database';
import { Ids, type BusinessDate, type CommandContext } from '@yigongti/kernel';
import { importStates } from '../source-line/index.ts';
import { catalogueKind } from './catalogue-kind.ts';
import type { CatalogueEntry } from './persistence/catalogue.row.ts';

/** A line of the upload; its `version` is the catalogue's own. */
export interface CatalogueUploadLine {
  readonly catalogueCode: string;
  readonly version: number;
  readonly validFrom: BusinessDate;
  readonly entries: readonly CatalogueEntry[];
}

/** Loads catalogues, each version whole in one line (目录导入). */
@Injectable()
export class ImportCatalogues implements LineImport<CatalogueUploadLine> {
  constructor(private readonly ids: Ids) {}

  importChunk(tx: Tx, lines: readonly ImportLine<CatalogueUploadLine>[], context: CommandContext): Promise<LineOutcome[]> {
    const catalogues = lines.map(({ value: { version, ...line } }) => ({ ...line, sourceVersion: version }));
    return importStates(tx, catalogueKind, catalogues, { context, ids: this.ids });
  }
}
