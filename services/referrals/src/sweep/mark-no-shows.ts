import { Injectable } from '@nestjs/common';
import type { BusinessDate, CommandContext, Instant } from '@yigongti/kernel';
import { markNoShow, theSystem, wasMissed } from '../referral/index.ts';
import { ClockSweep, type SweepView } from './clock-sweep.ts';

/** Ends what was accepted for patients who did not come (未到诊), and gives their beds back; again it ends nothing more. */
@Injectable()
export class MarkNoShows {
  constructor(private readonly sweeping: ClockSweep) {}

  execute({ asOf }: { readonly asOf: Instant }, context: CommandContext): Promise<SweepView> {
    const decide = (referral: Parameters<typeof markNoShow>[0]) => markNoShow(referral, { actor: theSystem, at: asOf });
    return this.sweeping.run({ what: 'ARRIVAL', ends: wasMissed, decide }, asOf, context);
  }

  /** The same, when the scheduler's hour has come. */
  sweep(_on: BusinessDate, context: CommandContext): Promise<SweepView> {
    return this.execute({ asOf: context.occurredAt }, context);
  }
}
