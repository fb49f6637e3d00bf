import { Injectable } from '@nestjs/common';
import type { CommandContext, Uuid } from '@yigongti/kernel';
import { ReferralSteps, sendOutcome } from '../referral/index.ts';
import type { Outcome, ReferralView } from '../referral/index.ts';

export interface SendOutcomeCommand extends Outcome {
  readonly referralId: Uuid;
}

/** The receiver tells how the care went (回传结果). */
@Injectable()
export class SendOutcome {
  constructor(private readonly steps: ReferralSteps) {}

  execute({ referralId, outcome, diagnosisCodes, advice }: SendOutcomeCommand, context: CommandContext): Promise<ReferralView> {
    return this.steps.take(referralId, context, ({ referral }, act) =>
      sendOutcome(referral, { outcome, diagnosisCodes, advice }, act),
    );
  }
}
