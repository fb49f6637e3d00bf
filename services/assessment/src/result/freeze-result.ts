import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { assertVersion, Ids, refuse, Refused, type CommandContext, type Uuid } from '@yigongti/kernel';
import { resultRefusals } from './domain/result-refusals.ts';
import { freezeResult } from './domain/result.ts';
import { frozenEvent } from './result-events.ts';
import { PendingAppeals } from './pending-appeals.ts';
import { everything, nothingYet, resultView, type ResultView } from './result-view.ts';
import { ResultRepository } from './result.repository.ts';

/** Freezes a result: money may use it, and nothing changes it any more (冻结考核结果). */
@Injectable()
export class FreezeResult {
  constructor(
    private readonly transactions: Transactions,
    private readonly results: ResultRepository,
    private readonly appeals: PendingAppeals,
    private readonly ids: Ids,
  ) {}

  execute({ resultId }: { readonly resultId: Uuid }, context: CommandContext): Promise<ResultView> {
    return this.transactions.command(context, async (tx) => {
      const result = await this.results.find(tx, resultId);
      if (!result) throw new Refused([refuse(resultRefusals.notFound)]);
      await this.results.holdPeriod(tx, result.period);
      assertVersion(result, context);
      const successors = await this.results.successorsOf(tx, [resultId]);
      const frozen = freezeResult(result, {
        frozenAt: context.occurredAt,
        supersededBy: successors.get(resultId) ?? null,
        ...(await this.appeals.against(tx, resultId)),
      });
      await this.results.update(tx, result, frozen, frozenEvent(frozen, context, this.ids.next()));
      return resultView(frozen, nothingYet, everything);
    });
  }
}
