import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { assertVersion, Ids, refuse, Refused, type CommandContext, type Uuid } from '@yigongti/kernel';
import { decidedEvent } from './appeal-events.ts';
import { appealView, type AppealView } from './appeal-view.ts';
import { AppealRepository } from './appeal.repository.ts';
import { appealRefusals } from './domain/appeal-refusals.ts';
import { decideAppeal, type Decision } from './domain/appeal.ts';

export interface DecideAppealCommand extends Omit<Decision, 'decidedAt'> {
  readonly appealId: Uuid;
}

/** The bureau upholds or dismisses an appeal (裁定申诉). What it upholds is put right by the next version of the result. */
@Injectable()
export class DecideAppeal {
  constructor(
    private readonly transactions: Transactions,
    private readonly appeals: AppealRepository,
    private readonly ids: Ids,
  ) {}

  execute({ appealId, ...decision }: DecideAppealCommand, context: CommandContext): Promise<AppealView> {
    return this.transactions.command(context, async (tx) => {
      const appeal = await this.appeals.find(tx, appealId, context.caller);
      if (!appeal) throw new Refused([refuse(appealRefusals.notFound)]);
      assertVersion(appeal, context);
      const decided = decideAppeal(appeal, { ...decision, decidedAt: context.occurredAt });
      await this.appeals.update(tx, appeal, decided, decidedEvent(decided, context, this.ids.next()));
      return appealView(decided, context.caller);
    });
  }
}
