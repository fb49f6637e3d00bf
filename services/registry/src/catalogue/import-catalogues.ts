import { Injectable } from '@nestjs/common';
import type { ImportLine, LineImport, LineOutcome, Tx } from '@yigongti/database';
import type { CommandContext } from '@yigongti/kernel';
import type { CatalogueLine } from './catalogue-line.ts';
import { CatalogueRepository } from './catalogue.repository.ts';

/** A line of the upload; its `version` is the catalogue's own. */
export interface CatalogueUploadLine extends Omit<CatalogueLine, 'sourceVersion'> {
  readonly version: number;
}

/** Loads catalogues, each version whole in one line (目录导入). */
@Injectable()
export class ImportCatalogues implements LineImport<CatalogueUploadLine> {
  constructor(private readonly catalogues: CatalogueRepository) {}

  importChunk(tx: Tx, lines: readonly ImportLine<CatalogueUploadLine>[], context: CommandContext): Promise<LineOutcome[]> {
    const catalogues = lines.map(({ value: { version, ...line } }) => ({ ...line, sourceVersion: version }));
    return this.catalogues.importLines(tx, catalogues, context);
  }
}
