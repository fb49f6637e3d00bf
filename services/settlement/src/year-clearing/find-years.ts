import { Injectable } from '@nestjs/common';
import { InstitutionTree, Transactions, type Tx } from '@yigongti/database';
import { refuse, Refused, type Caller, type Uuid } from '@yigongti/kernel';
import { consortiaOf } from '../pool/index.ts';
import { yearRefusals } from './domain/year-refusals.ts';
import { explainYear } from './year-explained.ts';
import { statementMonthView, yearStatementView, yearView } from './year-view.ts';
import type { ExplainedYearStatementView, YearStatementView, YearView } from './year-view.ts';
import { YearRepository, type StoredYear, type YearFilter } from './year.repository.ts';

/** Clearings of a caller's own consortium; of the lines, its own institution's and those below it. The county's offices see all. */
@Injectable()
export class FindYears {
  constructor(
    private readonly transactions: Transactions,
    private readonly years: YearRepository,
    private readonly tree: InstitutionTree,
  ) {}

  /** @throws Refused `settlement.year-clearing.not-found`, also for another consortium's */
  one(yearClearingId: Uuid, caller: Caller): Promise<YearView> {
    return this.transactions.run(async (tx) => yearView(await this.#visible(tx, yearClearingId, caller)));
  }

  list(filter: YearFilter, caller: Caller): Promise<YearView[]> {
    return this.transactions.run(async (tx) => {
      const years = await this.years.list(tx, filter, await consortiaOf(tx, this.tree, caller));
      return years.map(yearView);
    });
  }

  /** Lines by code; `after` is the last one shown. One more than `limit` when there is more. */
  statements(id: Uuid, page: { limit: number; after: string | null }, caller: Caller): Promise<YearStatementView[]> {
    return this.transactions.run(async (tx) => {
      await this.#visible(tx, id, caller);
      const views: YearStatementView[] = [];
      for (const statement of await this.years.statements(tx, id)) {
        const shown = page.after === null || statement.institutionCode > page.after;
        if (shown && (await this.tree.sees(tx, caller, statement.institutionCode))) views.push(yearStatementView(statement));
      }
      return views.slice(0, page.limit + 1);
    });
  }

  /** @throws Refused `statement-not-found`, also for another institution's line */
  statement(id: Uuid, institutionCode: string, caller: Caller): Promise<ExplainedYearStatementView> {
    return this.transactions.run(async (tx) => {
      const { clearing, policyBasis, resultBasis } = await this.#visible(tx, id, caller);
      const statements = await this.years.statements(tx, id);
      const statement = statements.find((candidate) => candidate.institutionCode === institutionCode);
      if (!statement || !(await this.tree.sees(tx, caller, institutionCode))) {
        throw new Refused([refuse(yearRefusals.statementNotFound)]);
      }
      const { poolId, year, policyId, assessmentResultId } = clearing;
      const assessmentBasis = resultBasis ?? `cleared months of ${year}`;
      return {
        ...{ yearClearingId: id, year, policyId, assessmentResultId },
        ...yearStatementView(statement),
        explanation: explainYear(clearing, statements, { institutionCode, policyBasis, assessmentBasis }),
        months: (await this.years.monthsOf(tx, poolId, institutionCode)).map(statementMonthView),
      };
    });
  }

  async #visible(tx: Tx, yearClearingId: Uuid, caller: Caller): Promise<StoredYear> {
    const stored = await this.years.find(tx, yearClearingId);
    const visible = await consortiaOf(tx, this.tree, caller);
    if (stored && (visible === null || visible.includes(stored.consortiumCode))) return stored;
    throw new Refused([refuse(yearRefusals.notFound)]);
  }
}
