import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { assertVersion, businessDateOf, Profile, type BusinessDate, type CommandContext, type Uuid } from '@yigongti/kernel';
import { programmeTermsOn, type PublicHealthProfile } from '../profile.ts';
import type { AdverseReaction, Complication } from './domain/classify-follow-up.ts';
import { completeTask } from './domain/complete-task.ts';
import type { ProgrammeTerms } from './domain/programme-terms.ts';
import { readingsOf, type GivenReadings } from './domain/readings.ts';
import { nextFollowUp } from './domain/schedule.ts';
import type { Task } from './domain/task.ts';
import { TaskBook } from './task-book.ts';
import { taskView, type TaskView } from './task-view.ts';
import { VisitGrounds } from './visit-grounds.ts';

export interface CompleteTaskCommand {
  readonly taskId: Uuid;
  /** Day of the visit; the day of the command when absent. */
  readonly completedOn?: BusinessDate | null;
  readonly practitionerCode: string;
  readonly readings?: GivenReadings | null;
  readonly adverseReaction: AdverseReaction;
  readonly complication: Complication;
}

/** Closes a follow-up with what was found, and plans the next one of its programme (完成随访). */
@Injectable()
export class CompleteTask {
  constructor(
    private readonly transactions: Transactions,
    private readonly grounds: VisitGrounds,
    private readonly book: TaskBook,
    private readonly profile: Profile<PublicHealthProfile>,
  ) {}

  execute(command: CompleteTaskCommand, context: CommandContext): Promise<TaskView> {
    const { taskId, practitionerCode, readings, adverseReaction, complication } = command;
    const reportedOn = businessDateOf(context.occurredAt);
    const on = command.completedOn ?? reportedOn;
    return this.transactions.command(context, async (tx) => {
      const { task, resident, course, care, practitionerEmployed } = await this.grounds.find(
        tx,
        { taskId, practitionerCode, on },
        context.caller,
      );
      assertVersion(task, context);
      const terms = this.#termsOf(task, on);
      const visit = {
        on,
        reportedOn,
        practitionerCode,
        practitionerEmployed,
        record: { readings: readingsOf(readings), adverseReaction, complication },
        birthDate: resident.birthDate,
        earlierControlled: course?.earlierControlled ?? [],
      };
      const done = completeTask(task, visit, terms);
      const diagnosisCodes = course ? [course.diagnosisCode] : [];
      const causeEventId = await this.book.complete(tx, { loaded: task, done, diagnosisCodes }, context);
      if (terms) await this.book.plan(tx, { ...nextFollowUp(done, terms), causeEventId }, context);
      return taskView(done, care, reportedOn);
    });
  }

  /** A follow-up after a referral is of no programme, even where its patient is in one. */
  #termsOf({ kind, programme }: Task, on: BusinessDate): ProgrammeTerms | null {
    return kind === 'PROGRAMME_FOLLOW_UP' && programme ? programmeTermsOn(this.profile, programme, on) : null;
  }
}
