import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { GroupCatalogues, type CatalogueEntry } from '../group-catalogues.ts';

@Injectable()
export class TypeormGroupCatalogues extends GroupCatalogues {
  override async find(tx: Tx, catalogueCode: string, version: number): Promise<readonly CatalogueEntry[] | null> {
    const [row] = await tx.query<{ entries: CatalogueEntry[] }[]>(
      'select entries from group_catalogue where catalogue_code = $1 and version = $2',
      [catalogueCode, version],
    );
    return row?.entries ?? null;
  }
}
