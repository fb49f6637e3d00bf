import { Injectable } from '@nestjs/common';
import type { CommandContext } from '@yigongti/kernel';
import { ReferralSteps, withdrawReferral } from '../referral/index.ts';
import type { ReferralView } from '../referral/index.ts';
import { callingOff, type CallOffCommand } from './call-off.ts';

/** The sender takes back what nobody has accepted yet (撤回转诊). */
@Injectable()
export class WithdrawReferral {
  constructor(private readonly steps: ReferralSteps) {}

  execute(command: CallOffCommand, context: CommandContext): Promise<ReferralView> {
    return this.steps.take(command.referralId, context, ({ referral }, act) =>
      withdrawReferral(referral, callingOff(command), act),
    );
  }
}
