import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { refuse, Refused, type BusinessDate, type Uuid } from '@yigongti/kernel';
import { capacityView, type CapacityView } from './capacity-view.ts';
import { CapacityRepository } from './capacity.repository.ts';
import { capacityRefusals } from './domain/capacity-refusals.ts';
import type { CapacityKind } from './domain/capacity.ts';

export interface CapacityFilter {
  readonly institutionCode?: string;
  readonly departmentCode?: string;
  readonly kind?: CapacityKind;
  /** Only what can be used on that day. */
  readonly on?: BusinessDate;
  readonly limit: number;
  /** Id of the last one shown. */
  readonly after: Uuid | null;
}

/** Free beds are asked for before a patient is sent anywhere, so every institution of the county sees all of them. */
@Injectable()
export class FindCapacities {
  constructor(
    private readonly transactions: Transactions,
    private readonly capacities: CapacityRepository,
  ) {}

  /** @throws Refused `not-found` */
  one(capacityId: Uuid): Promise<CapacityView> {
    return this.transactions.run(async (tx) => {
      const [capacity] = await this.capacities.readAll(tx, [capacityId]);
      if (!capacity) throw new Refused([refuse(capacityRefusals.notFound)]);
      return capacityView(capacity);
    });
  }

  /** In order of opening; one more than `limit` when there is more. */
  list(filter: CapacityFilter): Promise<CapacityView[]> {
    return this.transactions.run(async (tx) => {
      const rows = await tx.query<{ capacity_id: Uuid }[]>(
        `select capacity_id from capacity
         where ($1::text is null or institution_code = $1) and ($2::text is null or department_code = $2)
           and ($3::text is null or kind = $3) and ($4::date is null or $4::date between from_date and to_date)
           and ($5::uuid is null or capacity_id > $5)
         order by capacity_id limit $6`,
        [
          filter.institutionCode ?? null,
          filter.departmentCode ?? null,
          filter.kind ?? null,
          filter.on ?? null,
          filter.after,
          filter.limit + 1,
        ],
      );
      const capacities = await this.capacities.readAll(
        tx,
        rows.map((row) => row.capacity_id),
      );
      return capacities.map(capacityView);
    });
  }
}
