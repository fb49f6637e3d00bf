import { Injectable } from '@nestjs/common';
import type { BusinessDate, CommandContext, Instant } from '@yigongti/kernel';
import { expireReferral, hasLapsed } from '../referral/index.ts';
import { ClockSweep, type SweepView } from './clock-sweep.ts';

/** Ends what nobody answered in time (转诊过期); again it ends nothing more. */
@Injectable()
export class ExpireReferrals {
  constructor(private readonly sweeping: ClockSweep) {}

  execute({ asOf }: { readonly asOf: Instant }, context: CommandContext): Promise<SweepView> {
    return this.sweeping.run({ what: 'ANSWER', ends: hasLapsed, decide: expireReferral }, asOf, context);
  }

  /** The same, when the scheduler's minute has come: limits in minutes are instants, the day alone would be too coarse. */
  sweep(_on: BusinessDate, context: CommandContext): Promise<SweepView> {
    return this.execute({ asOf: context.occurredAt }, context);
  }
}
