import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '@yigongti/database';
import { businessDateOf, Ids, Profile, type BusinessDate, type CommandContext, type Uuid } from '@yigongti/kernel';
import { programmeTermsOn, type PublicHealthProfile } from '../profile.ts';
import {
  completeTask,
  nextFollowUp,
  readingsOf,
  TaskBook,
  taskRefusals,
  taskView,
  VisitGrounds,
  visitRefusals,
  type AdverseReaction,
  type Complication,
  type GivenReadings,
  type Grounds,
} from '../task/index.ts';
import { mergeOutcome } from './domain/merge-outcome.ts';
import { partVisit } from './domain/merge-visit.ts';
import type { VisitView } from './visit-view.ts';

export interface RecordVisitCommand {
  readonly residentId: Uuid;
  /** What the visit is to close, as the visitor has read it; drugs and complications belong to a programme, readings to the patient. */
  readonly tasks: readonly {
    readonly taskId: Uuid;
    readonly version: number;
    readonly adverseReaction: AdverseReaction;
    readonly complication: Complication;
  }[];
  /** Day of the visit; the day of the command when absent. */
  readonly completedOn?: BusinessDate | null;
  readonly practitionerCode: string;
  readonly readings?: GivenReadings | null;
}

/** One contact that closes several tasks of a resident (合并随访). */
@Injectable()
export class RecordVisit {
  constructor(
    private readonly transactions: Transactions,
    private readonly grounds: VisitGrounds,
    private readonly book: TaskBook,
    private readonly ids: Ids,
    private readonly profile: Profile<PublicHealthProfile>,
  ) {}

  execute(command: RecordVisitCommand, context: CommandContext): Promise<VisitView> {
    const reportedOn = businessDateOf(context.occurredAt);
    const on = command.completedOn ?? reportedOn;
    return this.transactions.command(context, async (tx) => {
      const grounds = await this.grounds.findAll(tx, { ...command, on }, context.caller);
      const judged = grounds.map((ground, index) => this.#judge(command, { ground, index, on, reportedOn }));
      const { closable, leftOpen } = partVisit(judged, ({ code }) => code === taskRefusals.readingMissing.code);
      const visitId = this.ids.next();
      const closed = closable.map(({ ground, visit, terms }) => completeTask(ground.task, visit, terms));
      const done = mergeOutcome(closed, visitId, this.profile.section.mergedPlan.valueAt(on));
      const diagnosisCodes = [...new Set(closable.flatMap(({ ground: { course } }) => course?.diagnosisCode ?? []))];
      for (const [index, { ground, terms }] of closable.entries()) {
        const change = { loaded: ground.task, done: done[index]!, diagnosisCodes };
        const causeEventId = await this.book.complete(tx, change, context);
        const pulled = done[index]!.nextDue !== closed[index]!.nextDue;
        if (terms) await this.#plan(tx, { step: nextFollowUp(done[index]!, terms), pulled, causeEventId }, context);
      }
      return {
        visitId,
        residentId: command.residentId,
        completedOn: on,
        practitionerCode: command.practitionerCode,
        closed: done.map((task, index) => taskView(task, closable[index]!.ground.care, reportedOn)),
        leftOpen: leftOpen.map(({ task, missing }) => ({ taskId: task.ground.task.taskId, missing })),
      };
    });
  }

  #judge(command: RecordVisitCommand, { ground, index, on, reportedOn }: Asked) {
    const { task, resident, course, practitionerEmployed } = ground;
    const { adverseReaction, complication } = command.tasks[index]!;
    const terms =
      task.kind === 'PROGRAMME_FOLLOW_UP' && task.programme ? programmeTermsOn(this.profile, task.programme, on) : null;
    const visit = {
      on,
      reportedOn,
      practitionerCode: command.practitionerCode,
      practitionerEmployed,
      record: { readings: readingsOf(command.readings), adverseReaction, complication },
      birthDate: resident.birthDate,
      earlierControlled: course?.earlierControlled ?? [],
    };
    return { task: { ground, visit, terms }, refusals: visitRefusals(task, visit, terms) };
  }

  /** The rule says so where the date is not its own but the visit's. */
  async #plan(tx: Tx, { step, pulled, causeEventId }: Planned, context: CommandContext): Promise<void> {
    const ruleId = pulled ? `${step.ruleId}-MERGED` : step.ruleId;
    await this.book.plan(tx, { ...step, ruleId, causeEventId }, context);
  }
}

interface Asked {
  readonly ground: Grounds;
  readonly index: number;
  readonly on: BusinessDate;
  readonly reportedOn: BusinessDate;
}

interface Planned {
  readonly step: ReturnType<typeof nextFollowUp>;
  readonly pulled: boolean;
  readonly causeEventId: Uuid;
}
