import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { Ids, type BusinessDate, type Uuid } from '@yigongti/kernel';
import { closeEnrolment, enrolmentClosedEvent, EnrolmentRepository, type CloseReason } from '../enrolment/index.ts';
import { TaskBook, TaskRepository, type Moment } from '../task/index.ts';

export interface EndOfCare {
  readonly residentId: Uuid;
  /** First day without care. */
  readonly on: BusinessDate;
  readonly reason: CloseReason;
}

/** A fact of the resident's life ends what is planned and open for them (care norm on the task engine). Again it ends nothing more. */
@Injectable()
export class EndCare {
  constructor(
    private readonly enrolments: EnrolmentRepository,
    private readonly tasks: TaskRepository,
    private readonly book: TaskBook,
    private readonly ids: Ids,
  ) {}

  async end(tx: Tx, { residentId, on, reason }: EndOfCare, moment: Moment): Promise<void> {
    for (const task of await this.tasks.findUndone(tx, residentId)) {
      await this.book.cancel(tx, task, reason, moment);
    }
    for (const enrolment of await this.enrolments.findOpenOf(tx, residentId)) {
      const closed = closeEnrolment(enrolment, on, reason);
      await this.enrolments.update(tx, enrolment, closed, enrolmentClosedEvent(closed, moment, this.ids.next()));
    }
  }
}
