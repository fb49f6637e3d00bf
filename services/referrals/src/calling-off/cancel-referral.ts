import { Injectable } from '@nestjs/common';
import type { CommandContext } from '@yigongti/kernel';
import { cancelReferral, ReferralSteps } from '../referral/index.ts';
import type { ReferralView } from '../referral/index.ts';
import { callingOff, type CallOffCommand } from './call-off.ts';

/** Either side calls off what was accepted (取消转诊); the bed is free again, and the home unit's task of a way down falls away. */
@Injectable()
export class CancelReferral {
  constructor(private readonly steps: ReferralSteps) {}

  execute(command: CallOffCommand, context: CommandContext): Promise<ReferralView> {
    return this.steps.take(command.referralId, context, ({ referral }, act) =>
      cancelReferral(referral, callingOff(command), act),
    );
  }
}
