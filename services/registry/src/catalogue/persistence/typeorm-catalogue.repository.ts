import { Injectable } from '@nestjs/common';
import type { LineOutcome, Tx } from '@yigongti/database';
import { Ids, type CommandContext } from '@yigongti/kernel';
import { importStates } from '../../source-line/index.ts';
import type { CatalogueLine } from '../catalogue-line.ts';
import type { CatalogueView } from '../catalogue-view.ts';
import { CatalogueRepository } from '../catalogue.repository.ts';
import { catalogueStates } from './catalogue-states.ts';
import { catalogueRow } from './catalogue.row.ts';

@Injectable()
export class TypeormCatalogueRepository extends CatalogueRepository {
  constructor(private readonly ids: Ids) {
    super();
  }

  override importLines(tx: Tx, lines: readonly CatalogueLine[], context: CommandContext): Promise<LineOutcome[]> {
    return importStates(tx, catalogueStates, lines, { context, ids: this.ids });
  }

  override async find(tx: Tx, catalogueCode: string): Promise<CatalogueView | null> {
    const row = await tx.findOne(catalogueRow, { where: { catalogueCode } });
    if (!row) return null;
    const { catalogueId, validFrom, entries, version } = row;
    return { catalogueId, catalogueCode, catalogueVersion: row.sourceVersion, validFrom, entries, version, allowedActions: [] };
  }
}
