import { Injectable } from '@nestjs/common';
import { InstitutionTree, type Tx } from '@yigongti/database';
import { Ids, type Uuid } from '@yigongti/kernel';
import { enrolmentTransferredEvent, EnrolmentRepository, transferEnrolment } from '../enrolment/index.ts';
import { TaskBook, TaskRepository, type Moment } from '../task/index.ts';

export interface HomeChange {
  readonly residentId: Uuid;
  readonly from: string;
  readonly to: string;
}

/**
 * Another unit of the county is responsible for a resident: what is not done yet, and the care itself, goes there on that day. What is done
 * stays where it was done. Again it moves nothing more.
 */
@Injectable()
export class HandOverCare {
  constructor(
    private readonly enrolments: EnrolmentRepository,
    private readonly tasks: TaskRepository,
    private readonly tree: InstitutionTree,
    private readonly book: TaskBook,
    private readonly ids: Ids,
  ) {}

  async handOver(tx: Tx, change: HomeChange, moment: Moment): Promise<void> {
    for (const loaded of await this.tasks.findUndone(tx, change.residentId)) {
      if (await this.#losesSight(tx, loaded.institutionCode, change)) {
        await this.book.handOver(tx, { loaded, institutionCode: change.to }, moment);
      }
    }
    for (const enrolment of await this.enrolments.findOpenOf(tx, change.residentId)) {
      if (!(await this.#losesSight(tx, enrolment.institutionCode, change))) continue;
      const moved = transferEnrolment(enrolment, change.to);
      const transfer = { enrolment: moved, fromInstitutionCode: enrolment.institutionCode };
      await this.enrolments.update(tx, enrolment, moved, enrolmentTransferredEvent(transfer, moment, this.ids.next()));
    }
  }

  /** The old unit, and its township unless that is above the new one too. A county hospital stands above both, and keeps what it has. */
  async #losesSight(tx: Tx, institutionCode: string, { from, to }: HomeChange): Promise<boolean> {
    return (await this.tree.isWithin(tx, institutionCode, from)) && !(await this.tree.isWithin(tx, institutionCode, to));
  }
}
