import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { Profile, type Uuid } from '@yigongti/kernel';
import { NotYet } from '@yigongti/messaging';
import { PeopleDirectory } from '../people/index.ts';
import type { PublicHealthProfile } from '../profile.ts';
import { referralFollowUp, TaskBook, type FollowUpOrder, type Moment } from '../task/index.ts';

/** Makes the one task that a referral asks for: the patient is home, somebody must look (转诊随访). */
@Injectable()
export class PlanReferralFollowUp {
  constructor(
    private readonly people: PeopleDirectory,
    private readonly book: TaskBook,
    private readonly profile: Profile<PublicHealthProfile>,
  ) {}

  /**
   * Once a referral, whatever is replayed. Nobody visits the dead or those who are gone.
   * @throws NotYet while the resident is not known here
   */
  async plan(tx: Tx, order: FollowUpOrder, moment: Moment & { readonly causationId: Uuid }): Promise<void> {
    const resident = await this.people.resident(tx, order.residentId);
    if (!resident) throw new NotYet('resident-not-projected');
    if (resident.goneOn !== null) return;
    const step = referralFollowUp(order, this.profile.version);
    await this.book.plan(tx, { ...step, causeEventId: moment.causationId }, moment);
  }
}
