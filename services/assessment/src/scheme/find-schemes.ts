import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { refuse, Refused, type Uuid } from '@yigongti/kernel';
import { schemeRefusals } from './domain/scheme-refusals.ts';
import { schemeView, type SchemeView } from './scheme-view.ts';
import { SchemeRepository, type SchemeFilter } from './scheme.repository.ts';

/** Schemes are the county's, not an institution's: whoever may read one may read all. */
@Injectable()
export class FindSchemes {
  constructor(
    private readonly transactions: Transactions,
    private readonly schemes: SchemeRepository,
  ) {}

  /** @throws Refused `assessment.scheme.not-found` */
  async one(schemeId: Uuid): Promise<SchemeView> {
    const scheme = await this.transactions.run((tx) => this.schemes.find(tx, schemeId));
    if (!scheme) throw new Refused([refuse(schemeRefusals.notFound)]);
    return schemeView(scheme);
  }

  /** One more than `limit` when there is more. */
  async list(filter: SchemeFilter): Promise<SchemeView[]> {
    const schemes = await this.transactions.run((tx) => this.schemes.list(tx, filter));
    return schemes.map(schemeView);
  }
}
