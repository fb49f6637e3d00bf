import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, IncomingEvent, referralCancelled, referralNoShow } from '@yigongti/events';
import { Clock, formatInstant } from '@yigongti/kernel';
import { causeOf } from '@yigongti/messaging';
import { TaskBook, TaskRepository } from '../task/index.ts';

type Ended = DataOf<typeof referralCancelled> | DataOf<typeof referralNoShow>;

/**
 * A way down that was accepted and came to nothing needs no follow-up of its own: its parent waits again for another way, which brings
 * another task. What was done before stays done.
 */
@Injectable()
export class EndFollowUp {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly book: TaskBook,
    private readonly clock: Clock,
  ) {}

  async on(tx: Tx, event: IncomingEvent<Ended>): Promise<void> {
    const { referralId, residentId, occurredAt } = event.data;
    const moment = { ...causeOf(event, formatInstant(this.clock.now())), occurredAt };
    for (const task of await this.tasks.findUndone(tx, residentId)) {
      if (task.referralId === referralId) await this.book.cancel(tx, task, 'REFERRAL_ENDED', moment);
    }
  }
}
