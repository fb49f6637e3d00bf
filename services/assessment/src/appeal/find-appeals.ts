import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { refuse, Refused, type Caller, type Uuid } from '@yigongti/kernel';
import { appealView, type AppealView } from './appeal-view.ts';
import { AppealRepository, type AppealFilter } from './appeal.repository.ts';
import { appealRefusals } from './domain/appeal-refusals.ts';

/** Appeals of the own institution and of what lies below; the county's offices see all. */
@Injectable()
export class FindAppeals {
  constructor(
    private readonly transactions: Transactions,
    private readonly appeals: AppealRepository,
  ) {}

  /** @throws Refused `not-found`, also for another institution's */
  one(appealId: Uuid, caller: Caller): Promise<AppealView> {
    return this.transactions.run(async (tx) => {
      const appeal = await this.appeals.find(tx, appealId, caller);
      if (!appeal) throw new Refused([refuse(appealRefusals.notFound)]);
      return appealView(appeal, caller);
    });
  }

  /** One more than `limit` when there is more. */
  async list(filter: AppealFilter, caller: Caller): Promise<AppealView[]> {
    const appeals = await this.transactions.run((tx) => this.appeals.list(tx, filter, caller));
    return appeals.map((appeal) => appealView(appeal, caller));
  }
}
