import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { refuse, Refused, type CommandContext, type Uuid } from '@yigongti/kernel';
import { PeopleDirectory, type KnownResident } from '../people/index.ts';
import { noDownNeeded, referralRefusals, ReferralSteps, stepOf } from '../referral/index.ts';
import type { NoDownReason, ReferralView } from '../referral/index.ts';
import { followUpPlanOf, type FollowUpWish } from '../sending/index.ts';

export interface NoDownNeededCommand {
  readonly referralId: Uuid;
  readonly reason: NoDownReason;
  /** Not for who died. */
  readonly followUpPlan?: FollowUpWish;
}

/** Nobody has to go down (无需下转): the home unit follows up all the same; a death closes the referral. */
@Injectable()
export class NoDownNeeded {
  constructor(
    private readonly steps: ReferralSteps,
    private readonly people: PeopleDirectory,
  ) {}

  execute({ referralId, reason, followUpPlan }: NoDownNeededCommand, context: CommandContext): Promise<ReferralView> {
    return this.steps.take(referralId, context, async ({ referral }, act, tx) => {
      if (reason === 'DIED') return noDownNeeded(referral, { reason }, act);
      stepOf(referral, 'no-down-needed', { ...act, to: 'FOLLOW_UP' });
      const { homeInstitutionCode, diedOn } = await this.#resident(tx, referral.residentId);
      const plan = followUpPlan ? followUpPlanOf(followUpPlan, act.policy) : null;
      return noDownNeeded(referral, { reason, followUpPlan: plan, homeInstitutionCode, diedOn }, act);
    });
  }

  async #resident(tx: Tx, residentId: Uuid): Promise<KnownResident> {
    const resident = await this.people.holdResident(tx, residentId);
    if (!resident) throw new Refused([refuse(referralRefusals.residentUnknown)]);
    return resident;
  }
}
