import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { Ids, type BusinessDate, type CommandContext } from '@yigongti/kernel';
import { eventOf } from './capacity-events.ts';
import { capacityView, type CapacityView } from './capacity-view.ts';
import { CapacityRepository } from './capacity.repository.ts';
import { openCapacity, type CapacityKind } from './domain/capacity.ts';

export interface OpenCapacityCommand {
  readonly departmentCode: string;
  readonly kind: CapacityKind;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly total: number;
}

/** A department opens beds or slots of its own institution for referrals (开放号源床位). */
@Injectable()
export class OpenCapacity {
  constructor(
    private readonly transactions: Transactions,
    private readonly capacities: CapacityRepository,
    private readonly ids: Ids,
  ) {}

  execute({ departmentCode, kind, from, to, total }: OpenCapacityCommand, context: CommandContext): Promise<CapacityView> {
    return this.transactions.command(context, async (tx) => {
      const { institutionCode } = context.caller;
      const opening = { capacityId: this.ids.next(), institutionCode, departmentCode, kind, from, to, total };
      const opened = openCapacity(opening);
      await this.capacities.insert(tx, opened.capacity, eventOf(opened, context, this.ids));
      return capacityView(opened.capacity);
    });
  }
}
