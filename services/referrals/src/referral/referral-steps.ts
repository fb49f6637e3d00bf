import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '@yigongti/database';
import { Profile, type CommandContext, type Uuid } from '@yigongti/kernel';
import type { ReferralsProfile } from '../profile.ts';
import { actOf } from './act-of.ts';
import type { Decided } from './domain/referral.ts';
import type { Act } from './domain/transitions.ts';
import { ReferralDesk, type Loaded } from './referral-desk.ts';
import { referralView, type ReferralView } from './referral-view.ts';

/** The decision of one step. What it writes itself (a bed, a draft beside it) is in the same transaction. */
export type Decide = (loaded: Loaded, act: Act, tx: Tx) => Decided | Promise<Decided>;

/** One step of a referral by a client's command: load, lock, decide, keep, show; the decision is handed in. */
@Injectable()
export class ReferralSteps {
  constructor(
    private readonly transactions: Transactions,
    private readonly desk: ReferralDesk,
    private readonly profile: Profile<ReferralsProfile>,
  ) {}

  take(referralId: Uuid, context: CommandContext, decide: Decide): Promise<ReferralView> {
    return this.transactions.command(context, async (tx) => {
      const loaded = await this.desk.load(tx, referralId, context);
      const decided = await decide(loaded, actOf(context, this.profile), tx);
      await this.desk.keep(tx, loaded, decided, context);
      return referralView(decided.referral, context.caller);
    });
  }
}
