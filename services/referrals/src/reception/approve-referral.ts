import { Injectable } from '@nestjs/common';
import type { CommandContext, Uuid } from '@yigongti/kernel';
import { approveReferral, ReferralSteps } from '../referral/index.ts';
import type { ReferralView } from '../referral/index.ts';

/** The sender's parent institution agrees (审核通过). */
@Injectable()
export class ApproveReferral {
  constructor(private readonly steps: ReferralSteps) {}

  execute({ referralId }: { readonly referralId: Uuid }, context: CommandContext): Promise<ReferralView> {
    return this.steps.take(referralId, context, ({ referral }, act) => approveReferral(referral, act));
  }
}
