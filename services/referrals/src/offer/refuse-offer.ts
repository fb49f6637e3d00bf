import { Injectable } from '@nestjs/common';
import type { CommandContext, Uuid } from '@yigongti/kernel';
import { refuseOffer, ReferralSteps } from '../referral/index.ts';
import type { ReferralView } from '../referral/index.ts';

/** The sender does not agree to the offer (不同意另约); the receiver is asked again. */
@Injectable()
export class RefuseOffer {
  constructor(private readonly steps: ReferralSteps) {}

  execute({ referralId }: { readonly referralId: Uuid }, context: CommandContext): Promise<ReferralView> {
    return this.steps.take(referralId, context, ({ referral }, act) => refuseOffer(referral, act));
  }
}
