import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, IncomingEvent, taskCompleted } from '@yigongti/events';
import { Clock, formatInstant } from '@yigongti/kernel';
import { causeOf, NotYet } from '@yigongti/messaging';
import { awaitsFollowUp, closeLoop, ReferralDesk, ReferralRepository } from '../referral/index.ts';

/** The home team's follow-up closes the loop (闭环): its referral, and the parent of a down-referral with it. */
@Injectable()
export class CloseLoop {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly desk: ReferralDesk,
    private readonly clock: Clock,
  ) {}

  async on(tx: Tx, event: IncomingEvent<DataOf<typeof taskCompleted>>): Promise<void> {
    const { kind, referralId, taskId, occurredAt } = event.data;
    if (kind !== 'REFERRAL_FOLLOW_UP' || referralId === null) return;
    const loaded = await this.referrals.lock(tx, referralId);
    // The task was made from our own event, so the referral is here unless the database was restored to an earlier day.
    if (!loaded) throw new NotYet('referrals.referral.unknown');
    if (!awaitsFollowUp(loaded.referral)) return;
    const closed = closeLoop(loaded.referral, { cause: 'FOLLOW_UP_DONE', followUpTaskId: taskId });
    await this.desk.keep(tx, loaded, closed, { ...causeOf(event, formatInstant(this.clock.now())), occurredAt });
  }
}
