import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '@yigongti/database';
import { monthCleared, type OutgoingEvent } from '@yigongti/events';
import { businessDateOf, fenToJson, Ids, lastDayOf, refuse, Refused } from '@yigongti/kernel';
import type { CommandContext, Month, Uuid } from '@yigongti/kernel';
import { eventMeta } from '@yigongti/messaging';
import { ClearingSources } from './clearing-sources.ts';
import { runRefusals } from './domain/run-refusals.ts';
import { closeRun, digestOfInputs, type Run, type RunInputs, type Statement } from './domain/run.ts';
import { runView, type RunView } from './run-view.ts';
import { RunRepository } from './run.repository.ts';

export interface ClearMonthCommand {
  readonly poolId: Uuid;
  readonly month: Month;
  /** The frozen result to use; the newest of the month when absent. */
  readonly assessmentResultId?: Uuid;
}

/** Clears a month of a pool (月度清算): its fund is shared out by points and adjusted by the frozen assessment. */
@Injectable()
export class ClearMonth {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: RunRepository,
    private readonly sources: ClearingSources,
    private readonly ids: Ids,
  ) {}

  execute(command: ClearMonthCommand, context: CommandContext): Promise<RunView> {
    return this.transactions.command(context, async (tx) => {
      const clearedOn = businessDateOf(context.occurredAt);
      if (clearedOn < lastDayOf(command.month)) throw new Refused([refuse(runRefusals.monthNotOver, { pointer: '/month' })]);
      const { pool, fundFen, result } = await this.sources.find(tx, command);
      const scope = { ...pool, month: command.month };
      const bookingsDigest = await this.runs.bookingsDigest(tx, scope);
      const inputs = { poolId: pool.poolId, month: command.month, policyId: pool.policyId, fundFen, result, bookingsDigest };
      await this.#refuseCleared(tx, inputs);
      const runId = this.ids.next();
      const statements = await this.runs.allocate(tx, { runId, scope, fundFen, resultId: result.resultId });
      const run = closeRun({ runId, inputs, statements, clearedOn });
      await this.runs.insert(tx, run, this.#event(run, statements, context));
      return runView({ run, ...scope });
    });
  }

  /** A cleared month is never cleared again; whether its inputs are still the same is told. */
  async #refuseCleared(tx: Tx, inputs: RunInputs): Promise<void> {
    const cleared = await this.runs.ofMonth(tx, inputs.poolId, inputs.month);
    if (!cleared && (await this.runs.isYearCleared(tx, inputs.poolId))) {
      throw new Refused([refuse(runRefusals.yearCleared, { pointer: '/month' })]);
    }
    if (!cleared) return;
    const parameters = { runId: cleared.runId, sameInputs: cleared.inputDigest === digestOfInputs(inputs) };
    throw new Refused([refuse(runRefusals.alreadyCleared, { pointer: '/month', parameters })]);
  }

  #event(run: Run, statements: readonly Statement[], { occurredAt, recordedAt, ...context }: CommandContext): OutgoingEvent {
    const { runId, poolId, month, policyId, assessmentResultId, claimCount, points, digest } = run;
    return monthCleared.create(
      {
        runId,
        poolId,
        month,
        policyId,
        assessmentResultId,
        claimCount,
        points,
        fundFen: fenToJson(run.fundFen),
        allocatedFen: fenToJson(run.allocatedFen),
        withheldFen: fenToJson(run.withheldFen),
        statements: statements.map(toEventLine),
        digest,
        occurredAt,
        recordedAt,
      },
      eventMeta({ ...context, recordedAt }, this.ids.next(), run.version),
    );
  }
}

function toEventLine({ institutionCode, bookedPoints, points, shareFen, coefficient, fen }: Statement) {
  return { institutionCode, bookedPoints, points, shareFen: fenToJson(shareFen), coefficient, fen: fenToJson(fen) };
}
