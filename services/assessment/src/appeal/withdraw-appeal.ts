import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { assertVersion, Ids, refuse, Refused, type CommandContext, type Uuid } from '@yigongti/kernel';
import { withdrawnEvent } from './appeal-events.ts';
import { appealView, type AppealView } from './appeal-view.ts';
import { AppealRepository } from './appeal.repository.ts';
import { appealRefusals } from './domain/appeal-refusals.ts';
import { withdrawAppeal } from './domain/appeal.ts';

/** The appellant takes an appeal back, and may appeal anew within the time (撤回申诉). */
@Injectable()
export class WithdrawAppeal {
  constructor(
    private readonly transactions: Transactions,
    private readonly appeals: AppealRepository,
    private readonly ids: Ids,
  ) {}

  execute({ appealId }: { readonly appealId: Uuid }, context: CommandContext): Promise<AppealView> {
    return this.transactions.command(context, async (tx) => {
      const appeal = await this.appeals.find(tx, appealId, context.caller);
      if (!appeal) throw new Refused([refuse(appealRefusals.notFound)]);
      if (appeal.institutionCode !== context.caller.institutionCode) throw new Refused([refuse(appealRefusals.notAppellant)]);
      assertVersion(appeal, context);
      const withdrawn = withdrawAppeal(appeal);
      await this.appeals.update(tx, appeal, withdrawn, withdrawnEvent(withdrawn, context, this.ids.next()));
      return appealView(withdrawn, context.caller);
    });
  }
}
