import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { Ids, refuse, Refused, type CommandContext, type Uuid } from '@yigongti/kernel';
import { PeopleDirectory } from '../people/index.ts';
import { ReferralRepository } from '../referral/index.ts';
import { registerWalkIn, type WalkInUrgency, type WalkInVisitType } from './domain/walk-in.ts';
import { walkInRefusals } from './domain/walk-in-refusals.ts';
import { eventOf } from './walk-in-events.ts';
import { walkInView, type WalkInView } from './walk-in-view.ts';
import { WalkInRepository } from './walk-in.repository.ts';

export interface RegisterWalkInCommand {
  readonly residentId: Uuid;
  readonly departmentCode: string;
  readonly visitType: WalkInVisitType;
  readonly urgency: WalkInUrgency;
}

/** A patient came without a referral (自行就诊登记), and takes his place in the work list of the caller's own institution. */
@Injectable()
export class RegisterWalkIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly walkIns: WalkInRepository,
    private readonly people: PeopleDirectory,
    private readonly referrals: ReferralRepository,
    private readonly ids: Ids,
  ) {}

  execute(command: RegisterWalkInCommand, context: CommandContext): Promise<WalkInView> {
    return this.transactions.command(context, async (tx) => {
      const { residentId, departmentCode } = command;
      const { institutionCode } = context.caller;
      const resident = await this.people.resident(tx, residentId);
      if (!resident) throw new Refused([refuse(walkInRefusals.residentUnknown, { pointer: '/residentId' })]);
      const registered = registerWalkIn({
        ...command,
        walkInId: this.ids.next(),
        institutionCode,
        registeredAt: context.occurredAt,
        resident,
        waitsAlready: await this.walkIns.waits(tx, { institutionCode, departmentCode, residentId }),
        expectedBy: await this.referrals.findExpected(tx, residentId, institutionCode),
      });
      await this.walkIns.insert(tx, registered.walkIn, eventOf(registered, context, this.ids));
      return walkInView(registered.walkIn, context.caller);
    });
  }
}
