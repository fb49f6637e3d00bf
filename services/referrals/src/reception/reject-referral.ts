import { Injectable } from '@nestjs/common';
import type { CommandContext, Uuid } from '@yigongti/kernel';
import { rejectReferral, ReferralSteps } from '../referral/index.ts';
import type { ReferralView, RejectReason } from '../referral/index.ts';

export interface RejectReferralCommand {
  readonly referralId: Uuid;
  readonly reasonCode: RejectReason;
  readonly comment?: string;
}

/** The reviewer or the receiver says no (拒绝); a down-referral that ends so returns its parent to the outcome. */
@Injectable()
export class RejectReferral {
  constructor(private readonly steps: ReferralSteps) {}

  execute({ referralId, reasonCode, comment }: RejectReferralCommand, context: CommandContext): Promise<ReferralView> {
    return this.steps.take(referralId, context, ({ referral }, act) =>
      rejectReferral(referral, { reasonCode, comment: comment ?? null }, act),
    );
  }
}
