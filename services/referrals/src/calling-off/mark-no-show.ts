import { Injectable } from '@nestjs/common';
import type { CommandContext, Uuid } from '@yigongti/kernel';
import { markNoShow, ReferralSteps } from '../referral/index.ts';
import type { ReferralView } from '../referral/index.ts';

/** The receiver says that the patient did not come in time (标记未到诊). */
@Injectable()
export class MarkNoShow {
  constructor(private readonly steps: ReferralSteps) {}

  execute({ referralId }: { readonly referralId: Uuid }, context: CommandContext): Promise<ReferralView> {
    return this.steps.take(referralId, context, ({ referral }, act) => markNoShow(referral, act));
  }
}
