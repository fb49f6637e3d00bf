import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { refuse, Refused, type BusinessDate } from '@yigongti/kernel';
import { catalogueRefusals } from './catalogue-refusals.ts';
import { catalogueRow, type CatalogueEntry } from './persistence/catalogue.row.ts';

export interface CatalogueView {
  readonly catalogueId: string;
  readonly catalogueCode: string;
  /** Version of the content, as its source counts. */
  readonly catalogueVersion: number;
  readonly validFrom: BusinessDate;
  readonly entries: readonly CatalogueEntry[];
  readonly version: number;
  readonly allowedActions: readonly string[];
}

@Injectable()
export class FindCatalogues {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refused `registry.catalogue.not-found` */
  one(catalogueCode: string): Promise<CatalogueView> {
    return this.transactions.run(async (tx) => {
      const row = await tx.findOne(catalogueRow, { where: { catalogueCode } });
      if (!row) throw new Refused([refuse(catalogueRefusals.notFound)]);
      const { catalogueId, validFrom, entries, version } = row;
      return { catalogueId, catalogueCode, catalogueVersion: row.sourceVersion, validFrom, entries, version, allowedActions: [] };
    });
  }
}
