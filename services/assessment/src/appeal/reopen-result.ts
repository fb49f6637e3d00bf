import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '@yigongti/database';
import { assertVersion, Ids, refuse, Refused, throwIfRefused, type CommandContext, type Uuid } from '@yigongti/kernel';
import {
  everything,
  nothingYet,
  publishedEvent,
  Reopenings,
  reopenResult,
  ResultRepository,
  resultRefusals,
  resultView,
  type Result,
  type ResultView,
} from '../result/index.ts';
import { AppealRepository } from './appeal.repository.ts';
import { CorrectLines } from './correct-lines.ts';
import type { Appeal } from './domain/appeal.ts';

/**
 * Publishes the next version of a result, frozen or not, with what appeals put right (重新公布考核结果). The earlier version stays as it is,
 * and so does the money that it decided: who clears a month later uses the version that is frozen then.
 */
@Injectable()
export class ReopenResult extends Reopenings {
  constructor(
    private readonly transactions: Transactions,
    private readonly results: ResultRepository,
    private readonly appeals: AppealRepository,
    private readonly correcting: CorrectLines,
    private readonly ids: Ids,
  ) {
    super();
  }

  override execute({ resultId }: { readonly resultId: Uuid }, context: CommandContext): Promise<ResultView> {
    return this.transactions.command(context, async (tx) => {
      const earlier = await this.results.find(tx, resultId);
      if (!earlier) throw new Refused([refuse(resultRefusals.notFound)]);
      await this.results.holdPeriod(tx, earlier.period);
      assertVersion(earlier, context);
      const upheld = await this.#upheldAgainst(tx, earlier);
      const corrected = await this.correcting.correct(tx, earlier, upheld);
      const result = reopenResult(earlier, { ...corrected, resultId: this.ids.next(), publishedAt: context.occurredAt });
      await this.results.insert(tx, result, publishedEvent(result, context, this.ids.next()));
      return resultView(result, nothingYet, everything);
    });
  }

  async #upheldAgainst(tx: Tx, { resultId }: Result): Promise<Appeal[]> {
    const appeals = await this.appeals.against(tx, resultId);
    const open = appeals.filter(({ state }) => state === 'SUBMITTED').length;
    const upheld = appeals.filter(({ state }) => state === 'UPHELD');
    const successor = (await this.results.successorsOf(tx, [resultId])).get(resultId);
    throwIfRefused([
      successor ? refuse(resultRefusals.superseded, { parameters: { resultId: successor } }) : null,
      !successor && open > 0 ? refuse(resultRefusals.appealsOpen, { parameters: { appeals: open } }) : null,
      !successor && upheld.length === 0 ? refuse(resultRefusals.noUpheldAppeal) : null,
    ]);
    return upheld;
  }
}
