import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { businessDateOf, type CommandContext, type Uuid } from '@yigongti/kernel';
import { PeopleDirectory } from '../people/index.ts';
import { completedBy, ReferralRepository, ReferralSteps, stepOf, submitReferral } from '../referral/index.ts';
import type { DraftElements, ReferralView } from '../referral/index.ts';
import { PartyDirectory } from './party-directory.ts';
import { elementsOf, type ReferralForm } from './referral-form.ts';

export interface SubmitReferralCommand {
  readonly referralId: Uuid;
  /** Another target than the draft's, for example than the one that a rule suggested. */
  readonly toInstitutionCode?: string;
  /** What the draft still lacks, or what is to be written over it. */
  readonly form: ReferralForm;
}

/** The sender lets a draft go (提交转诊单): it is checked, ranked and routed in one command. */
@Injectable()
export class SubmitReferral {
  constructor(
    private readonly steps: ReferralSteps,
    private readonly parties: PartyDirectory,
    private readonly people: PeopleDirectory,
    private readonly referrals: ReferralRepository,
  ) {}

  execute(command: SubmitReferralCommand, context: CommandContext): Promise<ReferralView> {
    return this.steps.take(command.referralId, context, async ({ referral }, act, tx) => {
      // The state is asked first: what a referral in course refers to is nobody's question any more.
      stepOf(referral, 'submit', act);
      const { residentId, fromInstitutionCode } = referral;
      const elements = completedBy(referral.elements, elementsOf(command.form, act.policy));
      const to = command.toInstitutionCode ?? referral.toInstitutionCode;
      const { practitionerCode } = elements;
      const found = await this.parties.find(tx, { residentId, from: fromInstitutionCode, to, practitionerCode });
      const contract = await this.people.contractInForce(tx, residentId, businessDateOf(act.at));
      const openDuplicate = await this.#openDuplicate(tx, { residentId, toInstitutionCode: to }, elements);
      return submitReferral(referral, { ...found, elements, contract, openDuplicate }, act);
    });
  }

  /** A form without its window cannot be a duplicate; it is refused for that. */
  #openDuplicate(tx: Tx, wish: { residentId: Uuid; toInstitutionCode: string }, { windowStart, windowEnd }: DraftElements) {
    return windowStart === null || windowEnd === null
      ? null
      : this.referrals.findOpenDuplicate(tx, { ...wish, windowStart, windowEnd });
  }
}
