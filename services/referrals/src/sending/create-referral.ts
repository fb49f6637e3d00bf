import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { businessDateOf, Profile, throwIfRefused, type CommandContext, type Uuid } from '@yigongti/kernel';
import { policyOn, type ReferralsProfile } from '../profile.ts';
import { completedBy, emptyElements, partyRefusals, ReferralDesk, referralView } from '../referral/index.ts';
import type { Direction, ReferralView } from '../referral/index.ts';
import { PartyDirectory } from './party-directory.ts';
import { elementsOf, type ReferralForm } from './referral-form.ts';

export interface CreateReferralCommand {
  readonly residentId: Uuid;
  readonly direction: Direction;
  readonly toInstitutionCode: string;
  readonly form: ReferralForm;
}

/** A doctor begins a referral (新建转诊单). The sender is the caller's own institution. */
@Injectable()
export class CreateReferral {
  constructor(
    private readonly transactions: Transactions,
    private readonly parties: PartyDirectory,
    private readonly desk: ReferralDesk,
    private readonly profile: Profile<ReferralsProfile>,
  ) {}

  execute(command: CreateReferralCommand, context: CommandContext): Promise<ReferralView> {
    return this.transactions.command(context, async (tx) => {
      const { residentId, direction, toInstitutionCode } = command;
      const on = businessDateOf(context.occurredAt);
      const codes = { residentId, from: context.caller.institutionCode, to: toInstitutionCode, practitionerCode: null };
      const { resident, from, to } = await this.parties.find(tx, codes);
      throwIfRefused(partyRefusals({ direction, resident, from, to, on }));
      const drafting = {
        direction,
        origin: 'MANUAL',
        suggestionTaskId: null,
        ruleHits: [],
        parentReferralId: null,
        residentId,
        from,
        to,
        elements: completedBy(emptyElements, elementsOf(command.form, policyOn(this.profile, on))),
        draftedAt: context.occurredAt,
      } as const;
      return referralView(await this.desk.begin(tx, drafting, context), context.caller);
    });
  }
}
