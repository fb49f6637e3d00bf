import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, IncomingEvent, residentChanged } from '@yigongti/events';
import { Clock, formatInstant } from '@yigongti/kernel';
import { causeOf } from '@yigongti/messaging';
import { closeLoop, endsWithDeath, ReferralDesk, ReferralRepository, type Loaded, type Referral } from '../referral/index.ts';

/**
 * A death closes what waited for the follow-up at home, since nobody will make it (死亡结案). What still waits for an institution is that
 * institution's to end, with the death as its reason, or lapses. Comes after the projection of the resident: an acceptance at the same
 * time either saw the death or is seen here.
 */
@Injectable()
export class CloseOnDeath {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly desk: ReferralDesk,
    private readonly clock: Clock,
  ) {}

  async on(tx: Tx, event: IncomingEvent<DataOf<typeof residentChanged>>): Promise<void> {
    const { residentId, diedOn, occurredAt } = event.data;
    if (diedOn === null) return;
    const occasion = { ...causeOf(event, formatInstant(this.clock.now())), occurredAt };
    for (const referralId of await this.referrals.openOf(tx, residentId)) {
      const loaded = await this.referrals.lock(tx, referralId);
      if (!loaded || !endsWithDeath(loaded.referral, await this.#downOf(tx, loaded))) continue;
      await this.desk.keep(tx, loaded, closeLoop(loaded.referral, { cause: 'DIED', followUpTaskId: null }), occasion);
    }
  }

  async #downOf(tx: Tx, { referral }: Loaded): Promise<Referral | null> {
    if (referral.status === 'DRAFT' || referral.downReferralId === null) return null;
    return this.referrals.read(tx, referral.downReferralId);
  }
}
