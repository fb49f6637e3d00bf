import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { businessDateOf, Ids, type BusinessDate, type CommandContext } from '@yigongti/kernel';
import { firstFollowUp, TaskBook } from '../task/index.ts';
import { openEnrolment } from './domain/enrolment.ts';
import { enrolmentOpenedEvent } from './enrolment-events.ts';
import { EnrolmentGrounds, type Applicant } from './enrolment-grounds.ts';
import { enrolmentView, type EnrolmentView } from './enrolment-view.ts';
import { EnrolmentRepository } from './enrolment.repository.ts';

export interface EnrolResidentCommand extends Applicant {
  readonly diagnosisCode: string;
  /** First day in care; the day of the command when absent. */
  readonly enrolledOn?: BusinessDate | null;
}

/** Takes a resident into the care of a programme, and plans the first follow-up (纳入管理). */
@Injectable()
export class EnrolResident {
  constructor(
    private readonly transactions: Transactions,
    private readonly enrolments: EnrolmentRepository,
    private readonly grounds: EnrolmentGrounds,
    private readonly book: TaskBook,
    private readonly ids: Ids,
  ) {}

  execute(command: EnrolResidentCommand, context: CommandContext): Promise<EnrolmentView> {
    const { residentId, institutionCode, diagnosisCode } = command;
    const reportedOn = businessDateOf(context.occurredAt);
    const enrolledOn = command.enrolledOn ?? reportedOn;
    return this.transactions.command(context, async (tx) => {
      const resident = await this.grounds.resident(tx, command, context.caller);
      const terms = this.grounds.termsOn(command, enrolledOn);
      const enrolment = openEnrolment({
        enrolmentId: this.ids.next(),
        residentId,
        institutionCode,
        diagnosisCode,
        enrolledOn,
        reportedOn,
        profileVersion: terms.ruleVersion,
        terms,
        birthDate: resident.birthDate,
        residentGoneOn: resident.goneOn,
      });
      const causeEventId = this.ids.next();
      await this.enrolments.insert(tx, enrolment, enrolmentOpenedEvent(enrolment, context, causeEventId));
      await this.book.plan(tx, { ...firstFollowUp(enrolment, terms), causeEventId }, context);
      return enrolmentView(enrolment);
    });
  }
}
