import { Injectable } from '@nestjs/common';
import { InstitutionTree, Transactions } from '@yigongti/database';
import { assertVersion, Ids, refuse, Refused, type Caller, type CommandContext, type Uuid } from '@yigongti/kernel';
import { endWalkIn, type WalkInEnding } from './domain/walk-in.ts';
import { walkInRefusals } from './domain/walk-in-refusals.ts';
import { eventOf } from './walk-in-events.ts';
import { walkInView, type WalkInView } from './walk-in-view.ts';
import { WalkInRepository } from './walk-in.repository.ts';

export interface EndWalkInCommand {
  readonly walkInId: Uuid;
  readonly ending: WalkInEnding;
}

/** The wait of a patient without a referral ends (接诊或离开); only where he waits. Also shows one. */
@Injectable()
export class EndWalkIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly walkIns: WalkInRepository,
    private readonly tree: InstitutionTree,
    private readonly ids: Ids,
  ) {}

  execute({ walkInId, ending }: EndWalkInCommand, context: CommandContext): Promise<WalkInView> {
    return this.transactions.command(context, async (tx) => {
      const walkIn = await this.walkIns.lock(tx, walkInId);
      if (!walkIn || walkIn.institutionCode !== context.caller.institutionCode)
        throw new Refused([refuse(walkInRefusals.notFound)]);
      assertVersion(walkIn, context);
      const ended = endWalkIn(walkIn, ending);
      await this.walkIns.update(tx, walkIn, ended.walkIn, eventOf(ended, context, this.ids));
      return walkInView(ended.walkIn, context.caller);
    });
  }

  /** @throws Refused `not-found`, also for an entry that the caller may not see */
  one(walkInId: Uuid, caller: Caller): Promise<WalkInView> {
    return this.transactions.run(async (tx) => {
      const walkIn = await this.walkIns.read(tx, walkInId);
      if (walkIn && (await this.tree.sees(tx, caller, walkIn.institutionCode))) return walkInView(walkIn, caller);
      throw new Refused([refuse(walkInRefusals.notFound)]);
    });
  }
}
