import { Injectable } from '@nestjs/common';
import type { CommandContext, Uuid } from '@yigongti/kernel';
import { CapacityHolds } from '../capacity/index.ts';
import { PeopleDirectory } from '../people/index.ts';
import { agreeToOffer, holdRequest, offeredCapacity, ReferralSteps, sent } from '../referral/index.ts';
import type { ReferralView } from '../referral/index.ts';

/** The sender agrees to the offer (同意另约): the referral is accepted, and what was offered is held in the same commit if it is still free. */
@Injectable()
export class AgreeToOffer {
  constructor(
    private readonly steps: ReferralSteps,
    private readonly holds: CapacityHolds,
    private readonly people: PeopleDirectory,
  ) {}

  execute({ referralId }: { readonly referralId: Uuid }, context: CommandContext): Promise<ReferralView> {
    return this.steps.take(referralId, context, async ({ referral }, act, tx) => {
      const diedOn = (await this.people.holdResident(tx, referral.residentId))?.diedOn ?? null;
      const decided = agreeToOffer(referral, diedOn, act);
      const offered = offeredCapacity(referral);
      if (offered) await this.holds.hold(tx, offered.capacityId, holdRequest(sent(referral), offered.start), context);
      return decided;
    });
  }
}
