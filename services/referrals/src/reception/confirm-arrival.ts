import { Injectable } from '@nestjs/common';
import { businessDateOf, type CommandContext, type Uuid } from '@yigongti/kernel';
import { confirmArrival, ReferralSteps } from '../referral/index.ts';
import type { ReferralView } from '../referral/index.ts';

/** The patient is there (确认到诊): the held bed or slot is used. The day is that of the command. */
@Injectable()
export class ConfirmArrival {
  constructor(private readonly steps: ReferralSteps) {}

  execute({ referralId }: { readonly referralId: Uuid }, context: CommandContext): Promise<ReferralView> {
    return this.steps.take(referralId, context, ({ referral }, act) => confirmArrival(referral, businessDateOf(act.at), act));
  }
}
