import { Injectable } from '@nestjs/common';
import { InstitutionTree, type Tx } from '@yigongti/database';
import {
  assertVersion,
  businessDateOf,
  Ids,
  refuse,
  Refused,
  type Caller,
  type CommandContext,
  type Uuid,
} from '@yigongti/kernel';
import { CapacityHolds } from '../capacity/index.ts';
import { parentAfter } from './domain/ending/closing.ts';
import { holdEndsAs } from './domain/reception.ts';
import { terminalStatuses } from './domain/referral-codes.ts';
import { referralRefusals } from './domain/referral-refusals.ts';
import { sent, type Decided, type DraftReferral, type Referral } from './domain/referral.ts';
import { draftReferral, type Drafting } from './domain/submission/draft.ts';
import { eventsOf, type Occasion } from './referral-events.ts';
import { ReferralRepository } from './referral.repository.ts';

/** A referral with its parent, as one transaction holds them. */
export interface Loaded {
  readonly referral: Referral;
  readonly parent: Referral | null;
}

/** Where every step begins and ends: loads and locks what the caller may see, and keeps what follows from a decision. */
@Injectable()
export class ReferralDesk {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly tree: InstitutionTree,
    private readonly holds: CapacityHolds,
    private readonly ids: Ids,
  ) {}

  /**
   * @throws Refused `not-found`, also for a referral that the caller may not see
   * @throws Refused `request.stale-version`
   */
  async load(tx: Tx, referralId: Uuid, context: CommandContext): Promise<Loaded> {
    const loaded = await this.referrals.lock(tx, referralId);
    if (!loaded || !(await this.sees(tx, context.caller, loaded.referral)))
      throw new Refused([refuse(referralRefusals.notFound)]);
    assertVersion(loaded.referral, context);
    return loaded;
  }

  /**
   * Sender, receiver and whoever stands above them; the reviewer is the sender's parent, so it is among these. A draft is the
   * sender's alone: nobody has consented yet that another sees it.
   */
  async sees(tx: Tx, caller: Caller, referral: Referral): Promise<boolean> {
    if (await this.tree.sees(tx, caller, referral.fromInstitutionCode)) return true;
    return referral.status !== 'DRAFT' && (await this.tree.sees(tx, caller, referral.toInstitutionCode));
  }

  /** Begins a referral under the sender's next number of the day. */
  async begin(tx: Tx, drafting: Omit<Drafting, 'referralId' | 'referralNo'>, occasion: Occasion): Promise<DraftReferral> {
    const on = businessDateOf(drafting.draftedAt);
    const referralNo = await this.referrals.nextNumber(tx, drafting.from.institutionCode, on);
    const drafted = draftReferral({ ...drafting, referralId: this.ids.next(), referralNo });
    await this.referrals.insert(tx, drafted.referral, eventsOf(drafted, occasion, this.ids));
    return drafted.referral;
  }

  /** Saves the step, gives back or uses up its bed, and tells the parent when its down-referral has ended: all of it or nothing. */
  async keep(tx: Tx, { referral: before, parent }: Loaded, decided: Decided, occasion: Occasion): Promise<void> {
    const after = decided.referral;
    await this.referrals.update(tx, before, after, eventsOf(decided, occasion, this.ids));
    const how = holdEndsAs(before, after);
    if (how) {
      const { referralId, acceptance } = sent(before);
      await this.holds.end(tx, { capacityId: acceptance!.capacityId!, referralId, how }, occasion);
    }
    if (parent && terminalStatuses.includes(after.status)) {
      const next = parentAfter(sent(after), parent);
      if (next) await this.referrals.update(tx, parent, next.referral, eventsOf(next, occasion, this.ids));
    }
  }
}
