import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { refuse, Refused } from '@yigongti/kernel';
import { catalogueRefusals } from './catalogue-refusals.ts';
import type { CatalogueView } from './catalogue-view.ts';
import { CatalogueRepository } from './catalogue.repository.ts';

@Injectable()
export class FindCatalogues {
  constructor(
    private readonly transactions: Transactions,
    private readonly catalogues: CatalogueRepository,
  ) {}

  /** @throws Refused `registry.catalogue.not-found` */
  async one(catalogueCode: string): Promise<CatalogueView> {
    const view = await this.transactions.run((tx) => this.catalogues.find(tx, catalogueCode));
    if (!view) throw new Refused([refuse(catalogueRefusals.notFound)]);
    return view;
  }
}
