import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { refuse, throwIfRefused, type CommandContext, type Instant } from '@yigongti/kernel';
import { ReferralDesk, referralRefusals, ReferralRepository, type Decided, type Referral } from '../referral/index.ts';

/** What the clock may end, and how. */
export interface ClockEnd {
  readonly what: 'ANSWER' | 'ARRIVAL';
  readonly ends: (referral: Referral, asOf: Instant) => boolean;
  readonly decide: (referral: Referral) => Decided;
}

/** What a sweep did; plain JSON. */
export interface SweepView {
  readonly asOf: Instant;
  readonly ended: number;
}

/** Referrals of one bite: some hundred rows with their beds and parents, which the memory does not notice. */
const bite = 200;

/** Goes through what is due, once: each row is judged again under its lock, so that a sweep that comes twice ends nothing twice. */
@Injectable()
export class ClockSweep {
  constructor(
    private readonly transactions: Transactions,
    private readonly referrals: ReferralRepository,
    private readonly desk: ReferralDesk,
  ) {}

  /** @throws Refused `ahead-of-time` */
  run({ what, ends, decide }: ClockEnd, asOf: Instant, context: CommandContext): Promise<SweepView> {
    return this.transactions.command(context, async (tx) => {
      const ahead = asOf > context.occurredAt;
      throwIfRefused([
        ahead ? refuse(referralRefusals.sweepAhead, { pointer: '/asOf', parameters: { now: context.occurredAt } }) : null,
      ]);
      let ended = 0;
      for (let after: string | null = null; ;) {
        const { loaded, last } = await this.referrals.lockDue(tx, { what, asOf, after, limit: bite });
        for (const one of loaded.filter(({ referral }) => ends(referral, asOf))) {
          await this.desk.keep(tx, one, decide(one.referral), context);
          ended += 1;
        }
        if (last === null) return { asOf, ended };
        after = last;
      }
    });
  }
}
