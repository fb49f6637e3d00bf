import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { businessDateOf, refuse, throwIfRefused, type BusinessDate, type CommandContext } from '@yigongti/kernel';
import { TaskBook, taskRefusals, TaskRepository } from '../task/index.ts';

export interface OpenDueTasksCommand {
  /** Tasks whose window has come by that day. */
  readonly asOf: BusinessDate;
}

/** What a sweep did; plain JSON. */
export interface SweepView {
  readonly asOf: BusinessDate;
  readonly opened: number;
}

/** Tasks of one statement. A day's sweep of a county is some thousand tasks: one transaction, in bites that the memory does not notice. */
const chunk = 500;

/** Opens the planned tasks whose window has come; again it opens nothing (开启到期任务). */
@Injectable()
export class OpenDueTasks {
  constructor(
    private readonly transactions: Transactions,
    private readonly tasks: TaskRepository,
    private readonly book: TaskBook,
  ) {}

  execute({ asOf }: OpenDueTasksCommand, context: CommandContext): Promise<SweepView> {
    return this.transactions.command(context, async (tx) => {
      const today = businessDateOf(context.occurredAt);
      throwIfRefused([asOf > today ? refuse(taskRefusals.sweepAhead, { pointer: '/asOf', parameters: { today } }) : null]);
      for (let opened = 0; ;) {
        const due = await this.tasks.findToOpen(tx, asOf, chunk);
        if (due.length === 0) return { asOf, opened };
        await this.book.open(tx, due, asOf, context);
        opened += due.length;
      }
    });
  }

  /** The same, when the scheduler's hour has come. */
  sweep(asOf: BusinessDate, context: CommandContext): Promise<SweepView> {
    return this.execute({ asOf }, context);
  }
}
