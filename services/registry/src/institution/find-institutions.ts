import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { refuse, Refused } from '@yigongti/kernel';
import { institutionRefusals } from './institution-refusals.ts';
import type { InstitutionFilter, InstitutionView } from './institution-view.ts';
import { InstitutionRepository } from './institution.repository.ts';

@Injectable()
export class FindInstitutions {
  constructor(
    private readonly transactions: Transactions,
    private readonly institutions: InstitutionRepository,
  ) {}

  /** @throws Refused `registry.institution.not-found` */
  async one(institutionCode: string): Promise<InstitutionView> {
    const view = await this.transactions.run((tx) => this.institutions.find(tx, institutionCode));
    if (!view) throw new Refused([refuse(institutionRefusals.notFound)]);
    return view;
  }

  list(filter: InstitutionFilter): Promise<InstitutionView[]> {
    return this.transactions.run((tx) => this.institutions.list(tx, filter));
  }
}
