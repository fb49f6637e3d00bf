import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '@yigongti/database';
import { yearCleared, type OutgoingEvent } from '@yigongti/events';
import { businessDateOf, fenToJson, Ids, refuse, Refused, type CommandContext, type Uuid } from '@yigongti/kernel';
import { eventMeta } from '@yigongti/messaging';
import { yearRefusals } from './domain/year-refusals.ts';
import { closeYear, digestOfYearInputs, type YearClearing, type YearInputs, type YearStatement } from './domain/year.ts';
import { YearSources, type YearSource } from './year-sources.ts';
import { yearStatementView, yearView, type YearView } from './year-view.ts';
import { YearRepository, type PoolYear } from './year.repository.ts';

export interface ClearYearCommand {
  readonly poolId: Uuid;
  /** The frozen result of the year to use; the newest when absent. Only where such a result decides. */
  readonly assessmentResultId?: Uuid;
}

/** Clears a year of a pool (年度清算): its package is shared out by the points of the year, and what its months paid is taken off. */
@Injectable()
export class ClearYear {
  constructor(
    private readonly transactions: Transactions,
    private readonly years: YearRepository,
    private readonly sources: YearSources,
    private readonly ids: Ids,
  ) {}

  execute(command: ClearYearCommand, context: CommandContext): Promise<YearView> {
    return this.transactions.command(context, async (tx) => {
      const clearedOn = businessDateOf(context.occurredAt);
      const source = await this.sources.find(tx, { ...command, on: clearedOn });
      const inputs = await this.#inputs(tx, source);
      await this.#refuseCleared(tx, inputs);
      await this.#refuseOpen(tx, source.pool);
      const yearClearingId = this.ids.next();
      const { fundFen, assessment, assessmentResultId: resultId } = inputs;
      const statements = await this.years.allocate(tx, { yearClearingId, scope: source.pool, fundFen, assessment, resultId });
      const clearing = closeYear({ yearClearingId, inputs, statements, clearedOn });
      await this.years.insert(tx, clearing, this.#event(clearing, statements, context));
      return yearView({ clearing, ...source.pool });
    });
  }

  async #inputs(tx: Tx, { pool, assessment, result }: YearSource): Promise<YearInputs> {
    const { poolId, year, policyId, packageFen: fundFen } = pool;
    const months = await this.years.clearedMonths(tx, poolId);
    const bookedDigest = await this.years.bookedDigest(tx, pool);
    return { poolId, year, policyId, fundFen, assessment, assessmentResultId: result?.resultId ?? null, months, bookedDigest };
  }

  /** A cleared year is never cleared again; whether its inputs are still the same is told. */
  async #refuseCleared(tx: Tx, inputs: YearInputs): Promise<void> {
    const cleared = await this.years.ofPool(tx, inputs.poolId);
    if (!cleared) return;
    const sameInputs = cleared.inputDigest === digestOfYearInputs(inputs);
    const parameters = { yearClearingId: cleared.yearClearingId, sameInputs };
    throw new Refused([refuse(yearRefusals.alreadyCleared, { pointer: '/poolId', parameters })]);
  }

  async #refuseOpen(tx: Tx, scope: PoolYear): Promise<void> {
    const open = (await this.years.openMonths(tx, scope)).filter((month) => this.sources.clearsByMonth(month));
    if (open.length === 0) return;
    throw new Refused(open.map((month) => refuse(yearRefusals.monthsOpen, { pointer: '/poolId', parameters: { month } })));
  }

  #event(clearing: YearClearing, statements: readonly YearStatement[], context: CommandContext): OutgoingEvent {
    const { yearClearingId, poolId, year, policyId, assessedBy, assessmentResultId, bookingCount, points, digest } = clearing;
    const { occurredAt, recordedAt } = context;
    return yearCleared.create(
      {
        ...{ yearClearingId, poolId, year, policyId, assessedBy, assessmentResultId, bookingCount, points },
        fundFen: fenToJson(clearing.fundFen),
        dueFen: fenToJson(clearing.dueFen),
        withheldFen: fenToJson(clearing.withheldFen),
        paidFen: fenToJson(clearing.paidFen),
        clearingFen: fenToJson(clearing.clearingFen),
        statements: statements.map(toEventLine),
        digest,
        occurredAt,
        recordedAt,
      },
      eventMeta(context, this.ids.next(), clearing.version),
    );
  }
}

function toEventLine(statement: YearStatement) {
  const { institutionCode, bookedPoints, points, shareFen, coefficient, dueFen, paidFen, clearingFen } =
    yearStatementView(statement);
  return { institutionCode, bookedPoints, points, shareFen, coefficient, dueFen, paidFen, clearingFen };
}
