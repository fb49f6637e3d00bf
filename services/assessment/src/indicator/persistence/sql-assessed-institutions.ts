import { Injectable } from '@nestjs/common';
import { visibleSql, type Tx } from '@yigongti/database';
import type { BusinessDate, Caller, InstitutionKind } from '@yigongti/kernel';
import { AssessedInstitutions, type AssessedUnit } from '../assessed-institutions.ts';

/** Kinds that treat patients above the village. */
const careKinds: readonly InstitutionKind[] = [
  'HOSPITAL',
  'TCM_HOSPITAL',
  'MCH_HOSPITAL',
  'TOWNSHIP_HEALTH_CENTRE',
  'COMMUNITY_HEALTH_CENTRE',
];

@Injectable()
export class SqlAssessedInstitutions extends AssessedInstitutions {
  override async root(tx: Tx): Promise<string | null> {
    const [row] = await tx.query<{ code: string }[]>(
      "select code from institution where kind = 'HEALTH_BUREAU' and parent_code is null order by code limit 1",
    );
    return row?.code ?? null;
  }

  override subjects(tx: Tx, on: BusinessDate): Promise<AssessedUnit[]> {
    return tx.query<AssessedUnit[]>(
      `select code as "institutionCode", level from institution
       where consortium_code is not null and level in ('COUNTY', 'TOWNSHIP') and kind = any($1)
         and active_from <= $2 and coalesce(active_to, 'infinity') >= $2
       order by code collate "C"`,
      [careKinds, on],
    );
  }

  override async visibleTo(tx: Tx, caller: Caller): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ code: string }[]>(`select code from institution where ${visibleSql(caller, 'code', 1)}`, [
      caller.institutionCode,
    ]);
    return new Set(rows.map(({ code }) => code));
  }
}
