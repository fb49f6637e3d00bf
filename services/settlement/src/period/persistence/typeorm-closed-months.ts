import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { calendarKey, ClosedMonths, HeldCalendar } from '../closed-months.ts';

interface ClosedRow {
  readonly consortiumCode: string;
  readonly insuranceType: string;
  readonly months: string[];
  readonly years: number[];
}

@Injectable()
export class TypeormClosedMonths extends ClosedMonths {
  override async hold(tx: Tx, consortiumCodes: readonly string[]): Promise<HeldCalendar> {
    // A clearing takes the same row for itself alone. What it wrote is seen by the statement after this one.
    await tx.query('select 1 from pool where consortium_code = any($1) order by pool_id for share', [[...consortiumCodes]]);
    const rows = await tx.query<ClosedRow[]>(
      `select p.consortium_code as "consortiumCode", p.insurance_type as "insuranceType",
         coalesce(array_agg(r.month) filter (where r.month is not null), '{}') as months,
         coalesce(array_agg(distinct y.year) filter (where y.year is not null), '{}') as years
       from pool p left join run r using (pool_id) left join year_clearing y using (pool_id)
       where p.consortium_code = any($1) group by 1, 2`,
      [[...consortiumCodes]],
    );
    return new HeldCalendar(
      new Map(
        rows.map(({ consortiumCode, insuranceType, months, years }) => [
          calendarKey(consortiumCode, insuranceType),
          { months: new Set(months), years: new Set(years) },
        ]),
      ),
    );
  }
}
