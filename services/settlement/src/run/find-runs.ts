import { Injectable } from '@nestjs/common';
import { InstitutionTree, Transactions, type Tx } from '@yigongti/database';
import { refuse, Refused, type Caller, type Uuid } from '@yigongti/kernel';
import { consortiaOf } from '../pool/index.ts';
import { runRefusals } from './domain/run-refusals.ts';
import { explainStatement } from './domain/statement-explained.ts';
import { countedBookingView, runView, statementView } from './run-view.ts';
import type { CountedBookingView, ExplainedStatementView, RunView, StatementView } from './run-view.ts';
import { RunRepository, type CountedPage, type RunFilter, type StoredRun } from './run.repository.ts';

/** Runs of a caller's own consortium; of the lines, its own institution's and those below it. The county's offices see all. */
@Injectable()
export class FindRuns {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: RunRepository,
    private readonly tree: InstitutionTree,
  ) {}

  /** @throws Refused `settlement.run.not-found`, also for another consortium's run */
  one(runId: Uuid, caller: Caller): Promise<RunView> {
    return this.transactions.run(async (tx) => runView(await this.#visible(tx, runId, caller)));
  }

  list(filter: RunFilter, caller: Caller): Promise<RunView[]> {
    return this.transactions.run(async (tx) => {
      const runs = await this.runs.list(tx, filter, await consortiaOf(tx, this.tree, caller));
      return runs.map(runView);
    });
  }

  /** Lines by code; `after` is the last one shown. One more than `limit` when there is more. */
  statements(runId: Uuid, page: { limit: number; after: string | null }, caller: Caller): Promise<StatementView[]> {
    return this.transactions.run(async (tx) => {
      await this.#visible(tx, runId, caller);
      const views: StatementView[] = [];
      for (const statement of await this.runs.statements(tx, runId)) {
        const shown = page.after === null || statement.institutionCode > page.after;
        if (shown && (await this.tree.sees(tx, caller, statement.institutionCode))) views.push(statementView(statement));
      }
      return views.slice(0, page.limit + 1);
    });
  }

  /** @throws Refused `statement-not-found`, also for another institution's line */
  statement(runId: Uuid, institutionCode: string, caller: Caller): Promise<ExplainedStatementView> {
    return this.transactions.run(async (tx) => {
      const stored = await this.#visible(tx, runId, caller);
      const statements = await this.runs.statements(tx, runId);
      const statement = statements.find((candidate) => candidate.institutionCode === institutionCode);
      if (!statement || !(await this.tree.sees(tx, caller, institutionCode))) {
        throw new Refused([refuse(runRefusals.statementNotFound)]);
      }
      const { month, policyId, assessmentResultId } = stored.run;
      const bases = { policy: stored.policyBasis, result: stored.result };
      return {
        runId,
        month,
        policyId,
        assessmentResultId,
        ...statementView(statement),
        explanation: explainStatement(stored.run, statements, { institutionCode, bases }),
      };
    });
  }

  /** The lists and reversals of a line, by claim. @throws Refused `statement-not-found` */
  bookings(page: CountedPage, caller: Caller): Promise<CountedBookingView[]> {
    return this.transactions.run(async (tx) => {
      await this.#visible(tx, page.runId, caller);
      const statements = await this.runs.statements(tx, page.runId);
      const known = statements.some(({ institutionCode }) => institutionCode === page.institutionCode);
      if (!known || !(await this.tree.sees(tx, caller, page.institutionCode))) {
        throw new Refused([refuse(runRefusals.statementNotFound)]);
      }
      return (await this.runs.counted(tx, page)).map(countedBookingView);
    });
  }

  async #visible(tx: Tx, runId: Uuid, caller: Caller): Promise<StoredRun> {
    const stored = await this.runs.find(tx, runId);
    const visible = await consortiaOf(tx, this.tree, caller);
    if (stored && (visible === null || visible.includes(stored.consortiumCode))) return stored;
    throw new Refused([refuse(runRefusals.notFound)]);
  }
}
