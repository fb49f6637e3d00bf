import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { refuse, Refused } from '@yigongti/kernel';
import { practitionerRefusals } from './practitioner-refusals.ts';
import type { PractitionerFilter, PractitionerView } from './practitioner-view.ts';
import { PractitionerRepository } from './practitioner.repository.ts';

@Injectable()
export class FindPractitioners {
  constructor(
    private readonly transactions: Transactions,
    private readonly practitioners: PractitionerRepository,
  ) {}

  /** @throws Refused `registry.practitioner.not-found` */
  async one(practitionerCode: string): Promise<PractitionerView> {
    const view = await this.transactions.run((tx) => this.practitioners.find(tx, practitionerCode));
    if (!view) throw new Refused([refuse(practitionerRefusals.notFound)]);
    return view;
  }

  list(filter: PractitionerFilter): Promise<PractitionerView[]> {
    return this.transactions.run((tx) => this.practitioners.list(tx, filter));
  }
}
