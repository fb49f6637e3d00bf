import { Injectable } from '@nestjs/common';
import type { BusinessDate, CommandContext, Uuid } from '@yigongti/kernel';
import { CapacityHolds } from '../capacity/index.ts';
import { PeopleDirectory } from '../people/index.ts';
import { acceptReferral, holdRequest, ReferralSteps, sent } from '../referral/index.ts';
import type { ReferralView } from '../referral/index.ts';

export interface AcceptReferralCommand {
  readonly referralId: Uuid;
  readonly start: BusinessDate;
  readonly end: BusinessDate;
  /** Bed or slot to hold; none where the department keeps no list. */
  readonly capacityId?: Uuid;
}

/** The receiver takes the patient (接收), and holds a bed or slot in the same commit. */
@Injectable()
export class AcceptReferral {
  constructor(
    private readonly steps: ReferralSteps,
    private readonly holds: CapacityHolds,
    private readonly people: PeopleDirectory,
  ) {}

  execute(command: AcceptReferralCommand, context: CommandContext): Promise<ReferralView> {
    const { referralId, start, end, capacityId } = command;
    return this.steps.take(referralId, context, async ({ referral }, act, tx) => {
      const diedOn = (await this.people.holdResident(tx, referral.residentId))?.diedOn ?? null;
      const decided = acceptReferral(referral, { start, end, capacityId: capacityId ?? null, diedOn }, act);
      if (capacityId) {
        await this.holds.hold(tx, capacityId, holdRequest(sent(referral), start), context);
      }
      return decided;
    });
  }
}
