import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { refuse, Refused, type Caller, type Uuid } from '@yigongti/kernel';
import { AssessedInstitutions } from '../indicator/index.ts';
import { resultRefusals } from './domain/result-refusals.ts';
import { resultHeadView, resultView, type ResultHeadView, type ResultView } from './result-view.ts';
import { ResultRepository, type ResultFilter } from './result.repository.ts';

/** That there is a result everybody may know; its lines are shown to whom they concern. */
@Injectable()
export class FindResults {
  constructor(
    private readonly transactions: Transactions,
    private readonly results: ResultRepository,
    private readonly institutions: AssessedInstitutions,
  ) {}

  /** @throws Refused `assessment.result.not-found` */
  one(resultId: Uuid, caller: Caller): Promise<ResultView> {
    return this.transactions.run(async (tx) => {
      const result = await this.results.read(tx, resultId);
      if (!result) throw new Refused([refuse(resultRefusals.notFound)]);
      const visible = await this.institutions.visibleTo(tx, caller);
      const successors = await this.results.successorsOf(tx, [resultId]);
      const clearings = await this.results.clearingsOf(tx, resultId);
      return resultView(result, { clearings, supersededByResultId: successors.get(resultId) ?? null }, visible);
    });
  }

  /** One more than `limit` when there is more. */
  list(filter: ResultFilter): Promise<ResultHeadView[]> {
    return this.transactions.run(async (tx) => {
      const heads = await this.results.list(tx, filter);
      const successors = await this.results.successorsOf(
        tx,
        heads.map(({ resultId }) => resultId),
      );
      return heads.map((head) => resultHeadView(head, successors.get(head.resultId) ?? null));
    });
  }
}
