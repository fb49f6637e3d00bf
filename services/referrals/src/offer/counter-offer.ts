import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { businessDateOf, throwIfRefused, type CommandContext, type Uuid } from '@yigongti/kernel';
import { CapacityHolds } from '../capacity/index.ts';
import { counterOffer, holdRequest, partyRefusals, ReferralSteps, sent, stepOf } from '../referral/index.ts';
import type { Act, Offering, Referral, ReferralView } from '../referral/index.ts';
import { PartyDirectory } from '../sending/index.ts';

export interface CounterOfferCommand extends Offering {
  readonly referralId: Uuid;
}

/** The receiver offers something else (另约). What is offered is checked now, so that an agreement does not fail for the receiver's slip. */
@Injectable()
export class MakeCounterOffer {
  constructor(
    private readonly steps: ReferralSteps,
    private readonly holds: CapacityHolds,
    private readonly parties: PartyDirectory,
  ) {}

  execute({ referralId, ...offering }: CounterOfferCommand, context: CommandContext): Promise<ReferralView> {
    return this.steps.take(referralId, context, async ({ referral }, act, tx) => {
      stepOf(referral, 'counter-offer', act);
      if (offering.toInstitutionCode !== null) await this.#judge(tx, { referral, to: offering.toInstitutionCode, act });
      const decided = counterOffer(referral, offering, act);
      const { capacityId, start } = offering;
      if (capacityId) await this.holds.check(tx, capacityId, holdRequest(sent(referral), start));
      return decided;
    });
  }

  /** Whoever is named instead must be somebody to whom this patient could be referred at all. */
  async #judge(tx: Tx, { referral, to, act }: Judging): Promise<void> {
    const { residentId, fromInstitutionCode: from, direction } = referral;
    const found = await this.parties.find(tx, { residentId, from, to, practitionerCode: null });
    throwIfRefused(partyRefusals({ ...found, direction, on: businessDateOf(act.at) }));
  }
}

interface Judging {
  readonly referral: Referral;
  readonly to: string;
  readonly act: Act;
}
